-- One residence with its people and everything they did in so many days: for measuring, in a database made for that.
-- Run by psql as superuser, which no wall stops; the tables' rules and foreign keys hold all the same, unless checked is off.
--   psql -v tenant=1 -v floors=11 -v people=40 -v days=365 -v hash=... -v checked=on -f fill.sql
--
-- tenant   number of the residence; its people are tenant * 1000 + 1 and so on: first of a floor its head, then its tea
--          manager; admins are tenant * 1000 + 901 and 902. With tenant 1 comes the platform's own, with one "operator"
-- people   on each floor, at most 80
-- days     of history, up to today
-- hash     password of everybody, as Identity keeps it
-- checked  off skips triggers and foreign keys, which take most of the time; a fill with on has shown that they hold
--
-- Left out, because no measured list grows with them: receipts, kept reports, closed months.

\set ON_ERROR_STOP on
SET client_min_messages = warning;
SET timezone = 'UTC';
SET synchronous_commit = off;
SELECT CASE WHEN :'checked' THEN 'origin' ELSE 'replica' END AS triggers \gset
SET session_replication_role = :triggers;

BEGIN;
-- The same row has the same id in every fill; ids rise with time, as those do that the application makes.
CREATE FUNCTION pg_temp.id(seed text, at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 15))::uuid
  FROM md5(seed) AS h $$;

CREATE TEMP TABLE it ON COMMIT DROP AS
  SELECT pg_temp.id('tenant' || :tenant, day::timestamptz - interval '1 day') AS tenant, day AS start, day + :days AS today,
         'fill' || :tenant || ':' AS seed, :tenant * 1000 AS base
  FROM (SELECT (now() AT TIME ZONE 'Asia/Kolkata')::date - :days AS day) AS d;

INSERT INTO tenants (id, code, name, time_zone, culture, currency, shared_idle_minutes, own_idle_days, absolute_days, is_platform, created_at, meals)
  SELECT tenant, 'bench-' || :tenant, 'Residence ' || :tenant, 'Asia/Kolkata', 'en-IN', 'INR', 240, 30, 90, false, start, ARRAY['breakfast'] FROM it
  UNION ALL
  SELECT pg_temp.id('platform', 'epoch'), 'platform', 'Platform', 'Asia/Kolkata', 'en-IN', 'INR', 240, 30, 90, true, start, ARRAY['breakfast'] FROM it
  WHERE :tenant = 1;

CREATE TEMP TABLE f ON COMMIT DROP AS
  SELECT n, pg_temp.id(seed || 'floor' || n, start) AS id FROM it, generate_series(1, :floors) AS n;
INSERT INTO floors (tenant_id, id, number, name, created_at) SELECT tenant, f.id, n, 'Floor ' || n, start FROM it, f;

CREATE TEMP TABLE m ON COMMIT DROP AS
  SELECT f.n AS floor, f.id AS floor_id, k, (base + (f.n - 1) * :people + k + 1)::text AS number,
         pg_temp.id(seed || 'member' || f.n || '.' || k, start) AS id,
         CASE k WHEN 0 THEN 'PantryHead' WHEN 1 THEN 'TeaManager' ELSE 'Member' END AS role,
         (ARRAY['Yusuf','Zainab','Hatim','Maryam','Ali','Fatema','Murtaza','Sakina','Ibrahim','Rashida'])[1 + k % 10] || ' '
           || (ARRAY['Kapadia','Merchant','Lokhandwala','Contractor','Bhaisaheb','Attarwala','Rangwala','Motiwala'])[1 + (k / 10 + f.n) % 8] AS name
  FROM it, f, generate_series(0, :people - 1) AS k
  UNION ALL
  SELECT 0, NULL, a, (base + 901 + a)::text, pg_temp.id(seed || 'admin' || a, start), 'Admin', 'Admin ' || (a + 1) FROM it, generate_series(0, 1) AS a;
CREATE INDEX ON m (floor, k);
INSERT INTO members (id, tenant_id, number, name, role, floor_id, theme, created_at, user_name, normalized_user_name, email, normalized_email,
                     email_confirmed, password_hash, security_stamp, concurrency_stamp, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
  SELECT p.id, p.tenant, p.number, p.name, p.role, p.floor_id, 'Device', start, replace(p.tenant::text, '-', '') || '/' || p.number,
         upper(replace(p.tenant::text, '-', '') || '/' || p.number), p.number || '@bench.example', upper(p.number || '@bench.example'),
         true, :'hash', md5(p.id::text), md5(p.number), false, false, true, 0
  FROM it, LATERAL (SELECT m.id, it.tenant, m.number, m.name, m.role, m.floor_id FROM m
                    UNION ALL SELECT pg_temp.id('operator', 'epoch'), pg_temp.id('platform', 'epoch'), 'operator', 'Operator', 'Operator', NULL WHERE :tenant = 1) AS p;

-- ---- rooms, dishes, turns, meals and what people said of them --------------------------------------------------------

CREATE TEMP TABLE r ON COMMIT DROP AS
  SELECT n AS floor, f.id AS floor_id, k, pg_temp.id(seed || 'room' || n || '.' || k, start) AS id FROM it, f, generate_series(0, 9) AS k;
INSERT INTO rooms (tenant_id, id, floor_id, name, label, created_at) SELECT tenant, r.id, floor_id, 'Room ' || floor * 100 + k, floor * 100 + k, start FROM it, r;
INSERT INTO room_stays (tenant_id, id, room_id, member_id, since)
  SELECT tenant, pg_temp.id(seed || 'stay' || m.number, start), r.id, m.id, start FROM it, m JOIN r ON r.floor = m.floor AND r.k = m.k % 10;
INSERT INTO cooking_rotas (tenant_id, id, floor_id, starts_on, turn_days, weekdays)
  SELECT tenant, pg_temp.id(seed || 'rota' || n, start), f.id, start, 1, ARRAY[0,1,2,3,4,5,6] FROM it, f;
INSERT INTO cooking_rota_rooms (tenant_id, id, rota_id, "position", room_id)
  SELECT tenant, pg_temp.id(seed || 'turn' || floor || '.' || k, start), pg_temp.id(seed || 'rota' || floor, start), k, r.id FROM it, r;
INSERT INTO duties (tenant_id, id, floor_id, date, room_id, turn, origin, reason)
  SELECT tenant, pg_temp.id(seed || 'duty' || r.floor || '.' || d, start + d), r.floor_id, start + d, r.id, d, 'Rota', 'Its turn in the rota'
  FROM it, generate_series(0, :days + 27) AS d JOIN r ON r.k = d % 10;

CREATE TEMP TABLE dish ON COMMIT DROP AS
  SELECT n, pg_temp.id(seed || 'dish' || n, start) AS id,
         (ARRAY['Masala','Plain','Green','Royal','Home','Street','Village','Feast','Quick','Sunday'])[1 + n % 10] || ' '
           || (ARRAY['upma','poha','idli','paratha','dosa','khichdi','biryani','dal','sabzi','pulao'])[1 + n / 10 % 10] || CASE WHEN n >= 100 THEN ' ' || n ELSE '' END AS name
  FROM it, generate_series(0, 119) AS n;
INSERT INTO dishes (tenant_id, id, name, normal_name, category, servings, summary, tips, created_at)
  SELECT tenant, dish.id, name, lower(name), CASE WHEN n % 3 = 0 THEN 'Side' ELSE 'Main' END, 40, NULL, ARRAY[]::text[], start FROM it, dish;
INSERT INTO dish_ingredients (tenant_id, id, dish_id, "position", name, quantity, unit)
  SELECT tenant, pg_temp.id(seed || 'part' || n || '.' || k, start), dish.id, k, (ARRAY['Rice','Oil','Onion','Salt','Chilli','Curd'])[k + 1], 1 + n % 5, 'kg'
  FROM it, dish, generate_series(0, 5) AS k;

CREATE TEMP TABLE meal ON COMMIT DROP AS
  SELECT f.n AS floor, f.id AS floor_id, d, start + d AS date, pg_temp.id(seed || 'menu' || f.n || '.' || d, start + d) AS id,
         (d * 7 + f.n) % 120 AS dish, (start + d)::timestamptz + interval '4 hours' AS at
  FROM it, f, generate_series(0, :days + 6) AS d;
INSERT INTO menus (tenant_id, id, floor_id, date, meal, dish_id, side_id, room_id, created_at)
  SELECT tenant, meal.id, meal.floor_id, date, 'breakfast', dish.id, side.id, r.id, at - interval '5 days'
  FROM it, meal JOIN dish ON dish.n = meal.dish JOIN dish side ON side.n = (meal.dish + 1) % 120 JOIN r ON r.floor = meal.floor AND r.k = d % 10;

CREATE TEMP TABLE rating ON COMMIT DROP AS
  SELECT meal.id AS menu_id, m.id AS member_id, m.name, pg_temp.id(seed || 'rating' || meal.floor || '.' || d || '.' || m.k, at) AS id, 1 + (d * 3 + m.k) % 5 AS stars, at + interval '3 hours' AS at
  FROM it, meal JOIN m ON m.floor = meal.floor AND (m.k + d) % 5 = 0 AND m.k % 10 <> d % 10 WHERE d < :days;
INSERT INTO ratings (tenant_id, id, menu_id, member_id, stars, comment, created_at, shows_name)
  SELECT tenant, id, menu_id, member_id, stars, CASE WHEN stars = 5 THEN 'Warm, and just right.' END, at, false FROM it, rating;

-- ---- tea ---------------------------------------------------------------------------------------------------------------

INSERT INTO tea_slots (tenant_id, id, floor_id, name, at, people, weekdays, "position")
  SELECT tenant, pg_temp.id(seed || 'slot' || n, start), f.id, 'Morning', '06:45', 2, ARRAY[0,1,2,3,4,5,6], 0 FROM it, f;
CREATE TEMP TABLE rota ON COMMIT DROP AS
  SELECT f.n AS floor, f.id AS floor_id, month::date AS first, (month + interval '1 month - 1 day')::date AS last,
         pg_temp.id(seed || 'tearota' || f.n || '.' || month::date, month) AS id, month::timestamptz - interval '3 days' AS made
  FROM it, f, generate_series(date_trunc('month', start::timestamp), date_trunc('month', today::timestamp), '1 month') AS month;
INSERT INTO tea_rotas (tenant_id, id, floor_id, "from", until, people, made_at, published_at, published_by_id)
  SELECT tenant, rota.id, rota.floor_id, first, last, (SELECT array_agg(m.id ORDER BY k) FROM m WHERE m.floor = rota.floor), made, made, manager.id
  FROM it, rota JOIN m manager ON manager.floor = rota.floor AND manager.k = 1;
CREATE TEMP TABLE tea ON COMMIT DROP AS
  SELECT rota.id AS rota_id, rota.floor, rota.floor_id, pg_temp.id(seed || 'slot' || rota.floor, start) AS slot_id, day::date AS date, place,
         pg_temp.id(seed || 'tea' || rota.floor || '.' || day::date || '.' || place, day) AS id, m.id AS member_id, m.name, manager.id AS manager_id, made,
         CASE WHEN day::date >= today THEN 'Planned' WHEN (day::date - start) % 17 = 16 THEN 'Missed' ELSE 'Done' END AS state,
         day::timestamptz + interval '2 hours' AS at
  FROM it, rota CROSS JOIN generate_series(first::timestamp, last::timestamp, '1 day') AS day CROSS JOIN generate_series(1, 2) AS place
  JOIN m ON m.floor = rota.floor AND m.k = ((day::date - date '2020-01-01') * 2 + place) % :people
  JOIN m manager ON manager.floor = rota.floor AND manager.k = 1;
INSERT INTO tea_duties (tenant_id, id, rota_id, floor_id, slot_id, date, place, member_id, why, state, by_swap, created_at, marked_at, marked_by_id, confirmed_at, confirmed_by_id)
  SELECT tenant, id, rota_id, floor_id, slot_id, date, place, member_id, 'It has been longest since their last turn', state, false, made,
         CASE WHEN state <> 'Planned' THEN at END, CASE WHEN state <> 'Planned' THEN member_id END,
         CASE WHEN state <> 'Planned' THEN at + interval '1 hour' END, CASE WHEN state <> 'Planned' THEN manager_id END
  FROM it, tea;

-- ---- bills: three a day on each floor, five lines each; budgets; the shopping list --------------------------------------

CREATE TEMP TABLE line ON COMMIT DROP AS
  SELECT f.n AS floor, f.id AS floor_id, d, b, j, pg_temp.id(seed || 'bill' || f.n || '.' || d || '.' || b, start + d) AS bill_id,
         pg_temp.id(seed || 'line' || f.n || '.' || d || '.' || b || '.' || j, start + d) AS id, 1 + x % 5 AS quantity, (20 + x * 7 % 180)::numeric(12,2) AS price, x
  FROM it, f, generate_series(0, :days - 1) AS d, generate_series(0, 2) AS b, generate_series(0, 4) AS j, LATERAL (SELECT d * 131 + b * 17 + j * 5 + f.n AS x) AS v;
CREATE TEMP TABLE bill ON COMMIT DROP AS
  SELECT bill_id AS id, line.floor, line.floor_id, d, b, sum(quantity * price) AS total, start + d AS date, head.id AS head_id, head.name,
         'B-' || line.floor || '-' || to_char(start + d, 'YYMMDD') || b AS number,
         (ARRAY['Sharma Kirana','Fresh Mart','Noor Stores','Metro','Big Bazaar','Corner Dairy'])[1 + (d + b) % 6] AS shop,
         (start + d)::timestamptz + interval '12 hours' + b * interval '1 minute' AS at
  FROM it, line JOIN m head ON head.floor = line.floor AND head.k = 0 GROUP BY bill_id, line.floor, line.floor_id, d, b, start, head.id, head.name;
INSERT INTO bills (tenant_id, id, floor_id, submission_id, number, date, shop, lines_total, charges, discount, total, recorded_by_id, recorded_at, changed_at, voided_at, void_reason)
  SELECT tenant, id, floor_id, id, number, date, shop, total, 0, 0, total, head_id, at, at,
         CASE WHEN (d + b) % 50 = 49 THEN at + interval '1 hour' END, CASE WHEN (d + b) % 50 = 49 THEN 'Written twice' END FROM it, bill;
INSERT INTO bill_lines (tenant_id, id, bill_id, "position", item, quantity, unit, unit_price, amount, category)
  SELECT tenant, id, bill_id, j, (ARRAY['Atta','Basmati rice','Milk','Curd','Tomato','Onion','Bread','Jeera','Oil','Biscuits','Soap','Tea'])[1 + x % 12], quantity, 'kg', price, quantity * price,
         (ARRAY['Grains','Dairy','Vegetables','Bakery','Spices','Oils','Snacks','Cleaning'])[1 + x % 8] FROM it, line;
INSERT INTO budgets (tenant_id, id, floor_id, submission_id, kind, "from", until, allocated, alert_at, allocated_by_id, allocated_at)
  SELECT tenant, v.id, rota.floor_id, v.id, 'Month', first, last, 100000, 80, head.id, made
  FROM it, rota JOIN m head ON head.floor = rota.floor AND head.k = 0, LATERAL (SELECT pg_temp.id('budget' || rota.id, made) AS id) AS v;
-- All but the last three days' were bought and stand on a bill.
INSERT INTO shopping_items (tenant_id, id, floor_id, submission_id, "position", name, quantity, unit, category, priority, state, assignee_id, added_by_id, added_at, bought_on, bought_by_id, bought_at, bought_quantity, price, shop)
  SELECT tenant, v.id, f.id, v.id, 0, (ARRAY['Atta','Rice','Milk','Curd','Tomato','Onion','Bread','Jeera'])[1 + (d + i) % 8], 1 + d % 4, 'kg', 'Grains', 'Medium',
         CASE WHEN d < :days - 3 THEN 'Billed' WHEN i < 3 THEN 'Needed' ELSE 'Assigned' END, CASE WHEN d < :days - 3 OR i >= 3 THEN buyer.id END, head.id, (start + d)::timestamptz + interval '3 hours',
         CASE WHEN d < :days - 3 THEN start + d END, CASE WHEN d < :days - 3 THEN buyer.id END, CASE WHEN d < :days - 3 THEN (start + d)::timestamptz + interval '9 hours' END,
         CASE WHEN d < :days - 3 THEN 1 + d % 4 END, CASE WHEN d < :days - 3 THEN 80 END, CASE WHEN d < :days - 3 THEN 'Metro' END
  FROM it, f CROSS JOIN generate_series(0, :days - 1) AS d CROSS JOIN generate_series(0, 4) AS i
  JOIN m head ON head.floor = f.n AND head.k = 0 JOIN m buyer ON buyer.floor = f.n AND buyer.k = (d + i) % :people,
  LATERAL (SELECT pg_temp.id(seed || 'item' || f.n || '.' || d || '.' || i, start + d) AS id) AS v;
INSERT INTO fines (tenant_id, id, floor_id, submission_id, member_id, amount, date, reason, state, recorded_by_id, recorded_at, settled_by_id, settled_at)
  SELECT tenant, v.id, m.floor_id, v.id, m.id, 50, start + d, 'Kitchen left uncleaned', 'Paid', head.id, start + d, head.id, start + d + 2
  FROM it, generate_series(0, :days - 1, 15) AS d JOIN m ON m.floor > 0 AND m.k = 2 + d % (:people - 2) JOIN m head ON head.floor = m.floor AND head.k = 0,
  LATERAL (SELECT pg_temp.id(seed || 'fine' || m.floor || '.' || d, start + d) AS id) AS v;
INSERT INTO loans (tenant_id, id, lender_floor_id, borrower_floor_id, submission_id, kind, item, quantity, unit, lent_on, state, lent_by_id, lent_at, answered_by_id, answered_at)
  SELECT tenant, v.id, f.id, other.id, v.id, 'Grocery', 'Sugar', 2, 'kg', start + d, 'Returned', head.id, start + d, head.id, start + d
  FROM it, generate_series(0, :days - 1, 15) AS d CROSS JOIN f JOIN f other ON other.n = f.n % :floors + 1 AND other.n <> f.n JOIN m head ON head.floor = f.n AND head.k = 0,
  LATERAL (SELECT pg_temp.id(seed || 'loan' || f.n || '.' || d, start + d) AS id) AS v;

-- ---- what people ask for, suggest and are told --------------------------------------------------------------------------

-- Four absences a year each, decided by somebody else; and what waits to be decided.
INSERT INTO requests (tenant_id, id, submission_id, floor_id, member_id, kind, "from", until, reason, state, decided_by_id, decided_at, created_at)
  SELECT tenant, v.id, v.id, m.floor_id, m.id, 'Absence', start + d + m.k, start + d + m.k + 3, 'Home for a few days', 'Approved', judge.id, start + d, start + d
  FROM it, generate_series(0, :days - 1, 91) AS d JOIN m ON m.floor > 0 JOIN m judge ON judge.floor = m.floor AND judge.k = CASE WHEN m.k = 0 THEN 1 ELSE 0 END,
  LATERAL (SELECT pg_temp.id(seed || 'request' || m.number || '.' || d, start + d) AS id) AS v
  UNION ALL
  SELECT tenant, v.id, v.id, m.floor_id, m.id, 'Other', today, today + 1, 'May I borrow the big pressure cooker?', 'Open', NULL, NULL, today
  FROM it, m, LATERAL (SELECT pg_temp.id(seed || 'open' || m.number, today) AS id) AS v WHERE m.floor > 0 AND m.k % 10 = 5;
INSERT INTO announcements (tenant_id, id, submission_id, floor_id, title, text, pinned, until, created_by_id, created_at)
  SELECT tenant, v.id, v.id, f.id, 'No water tomorrow morning', 'Please fill the cans before nine.', false, start + d + 4, head.id, start + d
  FROM it, generate_series(0, :days - 1, 10) AS d CROSS JOIN f JOIN m head ON head.floor = f.n AND head.k = 0,
  LATERAL (SELECT pg_temp.id(seed || 'news' || f.n || '.' || d, start + d) AS id) AS v;
INSERT INTO special_events (tenant_id, id, submission_id, floor_id, date, title, created_by_id, created_at)
  SELECT tenant, v.id, v.id, f.id, start + d + 3, 'Quran evening', head.id, start + d
  FROM it, generate_series(0, :days - 1, 14) AS d CROSS JOIN f JOIN m head ON head.floor = f.n AND head.k = 0,
  LATERAL (SELECT pg_temp.id(seed || 'event' || f.n || '.' || d, start + d) AS id) AS v;
CREATE TEMP TABLE idea ON COMMIT DROP AS
  SELECT f.n AS floor, f.id AS floor_id, d, pg_temp.id(seed || 'idea' || f.n || '.' || d, start + d) AS id, (start + d)::timestamptz AS at
  FROM it, f, generate_series(0, :days - 1, 6) AS d;
INSERT INTO ideas (tenant_id, id, floor_id, submission_id, author_id, title, text, state, answer, answered_by_id, answered_at, created_at)
  SELECT tenant, idea.id, idea.floor_id, idea.id, author.id, 'Fruit bowl on Fridays ' || d, 'The market has cheap bananas every Friday morning.',
         CASE WHEN d % 3 = 0 THEN 'Done' ELSE 'Open' END, CASE WHEN d % 3 = 0 THEN 'Good.' END, CASE WHEN d % 3 = 0 THEN head.id END, CASE WHEN d % 3 = 0 THEN at + interval '1 day' END, at
  FROM it, idea JOIN m author ON author.floor = idea.floor AND author.k = d % :people JOIN m head ON head.floor = idea.floor AND head.k = 0;
INSERT INTO idea_votes (tenant_id, id, idea_id, member_id, created_at)
  SELECT tenant, pg_temp.id('vote' || idea.id || m.k, at), idea.id, m.id, at FROM it, idea JOIN m ON m.floor = idea.floor AND (m.k + d) % 4 = 0;
INSERT INTO idea_comments (tenant_id, id, idea_id, submission_id, author_id, text, created_at)
  SELECT tenant, v.id, idea.id, v.id, m.id, 'I can bring them.', at + interval '1 hour'
  FROM it, idea JOIN m ON m.floor = idea.floor AND (m.k + d) % 20 = 0, LATERAL (SELECT pg_temp.id('comment' || idea.id || m.k, at) AS id) AS v;
INSERT INTO meal_suggestions (tenant_id, id, submission_id, floor_id, member_id, date, dish, state, answer, answered_by_id, answered_at, created_at)
  SELECT tenant, v.id, v.id, m.floor_id, m.id, start + d + 3, 'Masala dosa', 'Declined', 'Not this week', head.id, start + d + 1, start + d
  FROM it, generate_series(0, :days - 1, 7) AS d JOIN m ON m.floor > 0 AND m.k = d % :people JOIN m head ON head.floor = m.floor AND head.k = 0,
  LATERAL (SELECT pg_temp.id(seed || 'wish' || m.floor || '.' || d, start + d) AS id) AS v;
-- Two notices a week each and a mail for one of them; the last two are new.
INSERT INTO notices (tenant_id, id, member_id, kind, subject_id, step, occasion, title, text, path, created_at, read_at)
  SELECT tenant, pg_temp.id(seed || 'notice' || m.number || '.' || d, start + d), m.id, 'Meal', m.id, 'bench', d, 'How was the breakfast?', 'Say what you liked.', '/feedback', start + d, CASE WHEN d < :days - 7 THEN start + d + 1 END
  FROM it, m, generate_series(0, :days - 1) AS d WHERE d % 7 IN (2, 5);
INSERT INTO outbox_mails (tenant_id, id, cause, address, subject, text, html, has_secret, created_at, sent_at, attempts, next_try_at)
  SELECT tenant, pg_temp.id(seed || 'mail' || m.number || '.' || d, start + d), 'bench:' || m.number || '.' || d, m.number || '@bench.example', 'How was the breakfast?', '', '', false, start + d, start + d, 1, start + d
  FROM it, m, generate_series(0, :days - 1, 7) AS d;
INSERT INTO job_runs (tenant_id, id, kind, period, queued_at, started_at, finished_at, state, attempts, result)
  SELECT tenant, pg_temp.id(seed || kind || d, start + d), kind, to_char(start + d, 'YYYY-MM-DD'), start + d, start + d, start + d, 'Done', 1, 'Nothing to do'
  FROM it, unnest(ARRAY['old-notices','cooking-reminders','cooking-turns','tea-days','tea-evening','tea-morning','loan-reminders','request-reminders']) AS kind, generate_series(0, :days - 2) AS d;
INSERT INTO sessions (tenant_id, id, key_hash, member_id, security_stamp, shared_device, method, started_at, last_seen_at, device, address)
  SELECT tenant, pg_temp.id(seed || 'session' || m.number || '.' || s, today), sha256((seed || m.number || s)::bytea), m.id, md5(m.id::text), true, 'pwd', today - s, today - s, 'Mozilla/5.0', '127.0.0.1'
  FROM it, m, generate_series(1, 3) AS s;
-- A sign-in every three days, as long as people see them.
INSERT INTO security_events (tenant_id, id, member_id, kind, at, address, device)
  SELECT tenant, pg_temp.id(seed || 'signed in' || m.number || '.' || d, today - d), m.id, 'SignedIn', today - d, '127.0.0.1', 'Mozilla/5.0'
  FROM it, m, generate_series(1, 90, 3) AS d;

-- ---- the trail: what of the above is audited ------------------------------------------------------------------------------

-- Without what the database notes of each entry: nobody's session wrote these.
SET session_replication_role = replica;
INSERT INTO audit_entries (tenant_id, id, at, actor_id, actor_name, address, kind, thing, thing_id, before, after)
  SELECT tenant, pg_temp.id('trail' || e.thing_id || e.kind, e.at), e.at, e.actor, e.name, '127.0.0.1', e.kind, e.thing, e.thing_id, e.before, e.after
  FROM it, (
    SELECT at, head_id AS actor, name, 'Added' AS kind, 'Bill' AS thing, id AS thing_id, NULL::jsonb AS before, jsonb_build_object('Number', number, 'Shop', shop, 'Date', date, 'Total', total) AS after FROM bill
    UNION ALL SELECT bill.at, head_id, name, 'Added', 'BillLine', line.id, NULL, jsonb_build_object('BillId', bill_id, 'Quantity', quantity, 'Amount', quantity * price) FROM line JOIN bill ON bill.id = line.bill_id
    UNION ALL SELECT meal.at - interval '5 days', head.id, head.name, 'Added', 'Menu', meal.id, NULL, jsonb_build_object('Date', meal.date, 'Meal', 'breakfast') FROM meal JOIN m head ON head.floor = meal.floor AND head.k = 0
    UNION ALL SELECT at, member_id, name, 'Added', 'Rating', id, NULL, jsonb_build_object('MenuId', menu_id, 'Stars', stars) FROM rating
    UNION ALL SELECT made, manager_id, 'Tea manager', 'Added', 'TeaDuty', id, NULL, jsonb_build_object('Date', date, 'MemberId', member_id, 'State', 'Planned') FROM tea
    UNION ALL SELECT at, member_id, name, 'Changed', 'TeaDuty', id, '{"State": "Planned"}'::jsonb, jsonb_build_object('State', state) FROM tea WHERE state <> 'Planned') AS e;
RESET session_replication_role;

COMMIT;
