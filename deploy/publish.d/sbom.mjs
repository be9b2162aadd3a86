// What a version is made of, as CycloneDX 1.6: "node sbom.mjs FOLDER VERSION", FOLDER being the published application.
// Everything comes from the committed lock files, which decide what is restored; licences of NuGet packages from the packages
// themselves. The same commit gives the same file: no time, nothing random.
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const [folder, version] = process.argv.slice(2);
if (!version) {
  console.error("Usage: node sbom.mjs FOLDER VERSION");
  process.exit(1);
}
const project = fileURLToPath(new URL("../../AjsPantry/", import.meta.url));
const json = path => JSON.parse(readFileSync(path, "utf8"));
const sha512 = base64 => [{ alg: "SHA-512", content: Buffer.from(base64, "base64").toString("hex") }];
const nugetCache = process.env.NUGET_PACKAGES ?? join(homedir(), ".nuget", "packages");

const licenceOf = (name, at) => {
  const file = join(nugetCache, name.toLowerCase(), at.toLowerCase(), `${name.toLowerCase()}.nuspec`);
  const spec = existsSync(file) ? readFileSync(file, "utf8") : "";
  const expression = /<license type="expression">([^<]+)</.exec(spec)?.[1];
  if (expression) return [{ expression }];
  const inside = /<license type="file">([^<]+)</.exec(spec)?.[1];
  return inside ? [{ license: { name: `${inside} in the package` } }] : undefined;
};

const nuget = Object.values(json(join(project, "packages.lock.json")).dependencies).flatMap(target =>
  Object.entries(target).filter(([, entry]) => entry.type !== "Project").map(([name, entry]) => ({
    type: "library", name, version: entry.resolved, purl: `pkg:nuget/${name}@${entry.resolved}`,
    hashes: sha512(entry.contentHash), licenses: licenceOf(name, entry.resolved),
    uses: Object.keys(entry.dependencies ?? {}), kind: "nuget",
  })));

const npm = Object.entries(json(join(project, "package-lock.json")).packages).filter(([path]) => path !== "").map(([path, entry]) => {
  const whole = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  const [group, name] = whole.startsWith("@") ? whole.split("/") : [undefined, whole];
  return {
    type: "library", group, name, version: entry.version, purl: `pkg:npm/${whole.replace("@", "%40")}@${entry.version}`,
    hashes: sha512(entry.integrity.replace(/^sha512-/, "")), licenses: entry.license ? [{ expression: entry.license }] : undefined,
    uses: Object.keys(entry.dependencies ?? {}), kind: "npm",
  };
});

// The framework comes with the server, or with the version when it was published self-contained.
const runtime = join(folder, "AjsPantry.runtimeconfig.json");
const options = existsSync(runtime) ? json(runtime).runtimeOptions : {};
const frameworks = [options.framework ?? [], options.frameworks ?? [], options.includedFrameworks ?? []].flat().map(framework => ({
  type: "framework", name: framework.name, version: framework.version, purl: `pkg:generic/${framework.name}@${framework.version}`, kind: "framework",
}));

const byPurl = (a, b) => (a.purl < b.purl ? -1 : a.purl > b.purl ? 1 : 0);
const all = [...new Map([...frameworks, ...nuget, ...npm].map(part => [part.purl, part])).values()].sort(byPurl);
const nameOf = part => `${part.kind}:${(part.group ? `${part.group}/` : "") + part.name}`.toLowerCase();
const refs = new Map(all.map(part => [nameOf(part), part.purl]));

console.log(JSON.stringify({
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  version: 1,
  metadata: { component: { type: "application", "bom-ref": "ajs-pantry", name: "ajs-pantry", version } },
  components: all.map(({ uses, kind, ...part }) => ({ "bom-ref": part.purl, ...part })),
  dependencies: all.map(part => ({
    ref: part.purl,
    dependsOn: (part.uses ?? []).map(name => refs.get(`${part.kind}:${name.toLowerCase()}`)).filter(Boolean).sort(),
  })),
}, null, 2));
