// The kinds of text on the page, each by what decides whether it can be read: its colour and size, and what is painted behind it.
// Asked with the kinds that nobody has judged yet, it has axe judge one element of each.
async wanted => {
  const opaque = colour => !/^rgba\(.*, (0|0?\.\d+)\)$/.test(colour) && colour !== "transparent";
  const behind = element => {
    const layers = [];
    for (let box = element; box; box = box.parentElement) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(box);
      layers.push(`${backgroundColor} ${backgroundImage === "none" ? "" : backgroundImage} ${opacity}`);
      if (opaque(backgroundColor) && backgroundImage === "none" && opacity === "1") break;
    }
    return layers.filter((layer, index) => layer !== layers[index - 1]).join(" on ");
  };
  const kinds = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const known = new Set();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (known.has(element) || !walker.currentNode.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
    known.add(element);
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    const kind = `${color} ${fontSize} ${fontWeight} ${textShadow} ${behind(element)}`;
    if (!kinds.has(kind)) kinds.set(kind, []);
    kinds.get(kind).push(element);
  }
  if (!wanted) return [...kinds.keys()];
  // Several of each: one may be covered, or outside of what can be seen, which axe passes over.
  const include = wanted.flatMap(kind => (kinds.get(kind) ?? []).slice(0, 3));
  if (include.length === 0) return [];
  const { violations } = await axe.run({ include }, { preload: false, resultTypes: ["violations"], runOnly: { type: "rule", values: ["color-contrast"] } });
  return violations.map(violation => `${violation.id} at ${violation.nodes.slice(0, 3).map(node => node.html).join(" and ")}`);
}
