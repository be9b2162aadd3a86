# Counts the rows of each table and tenant in a dump written as text by pg_restore; the same three columns as sums.sql.
BEGIN { FS = "\t"; OFS = "\t" }
!inside && /^COPY .* FROM stdin;$/ {
  table = $0
  sub(/^COPY /, "", table)
  names = table
  sub(/ \(.*/, "", table)
  sub(/^[^(]*\(/, "", names)
  sub(/\) FROM stdin;$/, "", names)
  wanted = table == "public.tenants" ? "id" : "tenant_id"
  column = 0
  n = split(names, name, ", ")
  for (i = 1; i <= n; i++) if (name[i] == wanted) column = i
  inside = 1
  next
}
inside && $0 == "\\." { inside = 0; next }
inside { rows[table OFS (column && $column != "\\N" ? $column : "-")]++ }
END {
  if (inside) exit 1
  for (key in rows) print key, rows[key]
}
