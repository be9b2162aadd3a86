-- One month of five thousand lines: five hundred bills of ten lines on the last floor of the first residence, two years back.
--   psql -f large-month.sql
\set ON_ERROR_STOP on
SET client_min_messages = warning;
BEGIN;
CREATE TEMP TABLE at ON COMMIT DROP AS
  SELECT floor.tenant_id, floor.id AS floor_id, floor.number, head.id AS head_id, (date_trunc('month', now()) - interval '2 years')::date AS month
  FROM floors AS floor JOIN members AS head ON head.tenant_id = floor.tenant_id AND head.floor_id = floor.id AND head.role = 'PantryHead'
  WHERE head.number::int BETWEEN 1000 AND 1999 ORDER BY floor.number DESC LIMIT 1;
CREATE TEMP TABLE large ON COMMIT DROP AS
  SELECT gen_random_uuid() AS id, n, month + (n % 28) AS date, at.* FROM at, generate_series(1, 500) AS n;
INSERT INTO bills (tenant_id, id, floor_id, submission_id, number, date, shop, lines_total, charges, discount, total, recorded_by_id, recorded_at, changed_at)
  SELECT tenant_id, id, floor_id, id, 'L-' || n, date, 'Shop ' || n % 40, 550, 0, 0, 550, head_id, date, date FROM large;
INSERT INTO bill_lines (tenant_id, id, bill_id, "position", item, quantity, unit, unit_price, amount, category)
  SELECT tenant_id, gen_random_uuid(), id, j, 'Item ' || j || ' of a name that is not short', 1, 'kg', 10 * (j + 1), 10 * (j + 1), 'Grains'
  FROM large, generate_series(0, 9) AS j;
COMMIT;
SELECT number || ' ' || to_char(month, 'YYYY-MM') FROM floors JOIN (SELECT DISTINCT floor_id, month FROM bills, LATERAL (SELECT date_trunc('month', date)::date AS month) AS m WHERE bills.number = 'L-1') AS made ON made.floor_id = floors.id;
