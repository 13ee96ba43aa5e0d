-- A store's year: sessions, orders, lines, steps, moves and service calls, as the rows of a restaurant lie in its tables:
-- written in the order of time, busy at lunch and dinner and on Fridays and Saturdays.
-- %(store)s, %(days)s, %(orders)s: which store, how long until today, how many orders.
SET session_replication_role = replica;  -- no look-up for each foreign key
SET synchronous_commit = off;
SET work_mem = '256MB';
SELECT setseed(0.5);

CREATE FUNCTION pg_temp.id_at(moment timestamptz, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (lpad(to_hex((extract(epoch FROM moment) * 1000)::bigint), 12, '0')
          || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid
$$;

CREATE TEMP TABLE seat AS
SELECT row_number() OVER (ORDER BY number) AS n, count(*) OVER () AS seats, id AS table_id,
       (SELECT id FROM tables_tablet WHERE table_id = tables_table.id AND revoked_at IS NULL LIMIT 1) AS tablet_id
FROM tables_table WHERE store_id = %(store)s;

CREATE TEMP TABLE person AS
SELECT row_number() OVER (ORDER BY user_id) - 1 AS n, count(*) OVER () AS people, user_id
FROM accounts_membership WHERE store_id = %(store)s;

CREATE TEMP TABLE slot (opens time, stay interval, weight float);
INSERT INTO slot VALUES
  ('11:00', '35 min', 1.0), ('11:45', '35 min', 1.3), ('12:30', '35 min', 1.3), ('13:15', '35 min', 1.1),
  ('14:15', '50 min', 0.5), ('15:30', '50 min', 0.4), ('16:45', '50 min', 0.7),
  ('17:45', '60 min', 1.2), ('18:55', '60 min', 1.3), ('20:05', '60 min', 1.3), ('21:15', '60 min', 1.1),
  ('22:25', '60 min', 0.8);

-- Where guests sat, never two parties at one table. 2.5 orders each, and a few more than are wanted: the oldest go.
CREATE TEMP TABLE party AS
SELECT row_number() OVER (ORDER BY opened_at) AS n, *, opened_at + stay AS closed_at FROM (
  SELECT day::date AS business_date, seat.table_id, seat.tablet_id, slot.stay * (0.6 + 0.4 * random()) AS stay,
         ((day::date + slot.opens) AT TIME ZONE store.time_zone) + random() * interval '5 min' AS opened_at,
         1 + floor(random() * 6)::int AS guests, 1 + floor(random() * 4)::int AS orders
  FROM accounts_store store, seat, slot,
       generate_series(current_date - %(days)s::int, current_date, interval '1 day') AS day
  WHERE store.id = %(store)s
    AND random() < slot.weight * CASE WHEN extract(isodow FROM day) IN (5, 6) THEN 1.25 ELSE 0.9 END
                   * 1.04 * %(orders)s / (%(days)s * 12 * 2.5 * seat.seats)
) AS parties
WHERE opened_at + stay < now() - interval '1 hour';

-- A third of the tables have guests now, some of whom wait for their orders.
INSERT INTO party (n, business_date, table_id, tablet_id, stay, opened_at, guests, orders, closed_at)
SELECT (SELECT max(n) FROM party) + seat.n,
       ((now() AT TIME ZONE store.time_zone) - store.business_day_start::interval)::date,
       table_id, tablet_id, '30 min', now() - (12 + 30 * random()) * interval '1 min', 1 + floor(random() * 6)::int, 2, NULL
FROM seat, accounts_store store WHERE store.id = %(store)s AND mod(seat.n, 3) = 0;

CREATE TEMP TABLE placed AS
SELECT pg_temp.id_at(created_at, n) AS id, row_number() OVER (PARTITION BY business_date ORDER BY n) AS number, * FROM (
  SELECT row_number() OVER (ORDER BY party.opened_at + (k - 1) * party.stay / 5, party.n) AS n,
         row_number() OVER (ORDER BY party.opened_at DESC) AS from_last,
         party.n AS party, party.business_date, party.table_id, party.tablet_id,
         pg_temp.id_at(party.opened_at, party.n) AS session_id,
         party.opened_at + (k - 1) * party.stay / 5 AS created_at,
         CASE WHEN party.closed_at IS NULL AND k = 2 THEN 'pending'
              WHEN party.closed_at IS NULL THEN 'preparing'
              WHEN random() < 0.04 THEN 'cancelled' ELSE 'completed' END AS status,
         interval '1 min' * (1 + 4 * random()) AS accepted_after,
         interval '1 min' * (6 + 14 * random()) AS done_after,
         random() < 0.1 AS by_staff, random() < 0.08 AS has_note, 1 + floor(random() * 9)::int AS lines,
         (ARRAY['Sold out', 'Guest request', 'Ordered by mistake', 'Duplicate'])[1 + floor(random() * 4)::int] AS reason,
         person.user_id
  FROM party CROSS JOIN LATERAL generate_series(1, party.orders) AS k
  JOIN person ON person.n = mod(party.n * 7 + k, person.people)
) AS numbered
WHERE from_last <= %(orders)s;
CREATE UNIQUE INDEX ON placed (id);
ANALYZE placed;

INSERT INTO tables_tablesession
  (id, store_id, table_id, business_date, guests, opened_at, opened_by_id, closed_at, closed_by_id)
SELECT pg_temp.id_at(opened_at, party.n), %(store)s, table_id, business_date, guests, opened_at,
       CASE WHEN mod(party.n, 5) = 0 THEN person.user_id END,
       closed_at, CASE WHEN closed_at IS NOT NULL THEN person.user_id END
FROM party JOIN person ON person.n = mod(party.n, person.people)
WHERE party.n IN (SELECT party FROM placed)
ORDER BY party.n;

-- Some guests sat elsewhere first.
INSERT INTO tables_sessionstep (id, session_id, kind, from_table_id, to_table_id, at, by_id)
SELECT pg_temp.id_at(opened_at + stay / 2, party.n), pg_temp.id_at(opened_at, party.n),
       CASE WHEN mod(party.n, 300) = 0 THEN 'merged' ELSE 'moved' END, origin.table_id, party.table_id,
       opened_at + stay / 2, person.user_id
FROM party JOIN seat target ON target.table_id = party.table_id
JOIN seat origin ON origin.n = 1 + mod(target.n, target.seats) AND origin.n <> target.n
JOIN person ON person.n = mod(party.n, person.people)
WHERE mod(party.n, 60) = 0 AND party.n IN (SELECT party FROM placed)
ORDER BY party.n;

CREATE TEMP TABLE dish AS
SELECT row_number() OVER (ORDER BY item.id) - 1 AS n, count(*) OVER () AS dishes, item.id, item.name, item.price
FROM menu_menuitem item WHERE store_id = %(store)s;

-- What a line may say: each dish plain, or with one of its options.
CREATE TEMP TABLE choice AS
SELECT dish.n, variant, dish.id, dish.name, dish.price, coalesce(option.price, 0) AS extra,
       CASE WHEN option.id IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(
         jsonb_build_object('id', option.id, 'name', option.name, 'price', option.price)) END AS options
FROM dish CROSS JOIN generate_series(0, 3) AS variant LEFT JOIN LATERAL (
  SELECT o.id, o.name, o.price FROM menu_menuitemoptiongroup link JOIN menu_option o ON o.group_id = link.option_group_id
  WHERE link.menu_item_id = dish.id AND variant > 0 ORDER BY link.sort_order, o.sort_order OFFSET greatest(variant - 1, 0) LIMIT 1
) AS option ON true;

-- A few dishes are ordered often, most seldom.
INSERT INTO orders_orderline
  (id, store_id, order_id, position, menu_item_id, name, unit_price, quantity, options, note, line_total, took_stock,
   done_at)
SELECT pg_temp.id_at(line.created_at, line.n * 10 + line.position), %(store)s, line.order_id, line.position, choice.id,
       choice.name, choice.price, line.quantity, choice.options,
       CASE WHEN line.has_note THEN '덜 맵게 해 주세요' ELSE '' END,
       (choice.price + choice.extra) * line.quantity, false,
       CASE WHEN line.status = 'completed' THEN line.created_at + line.done_after END
FROM (
  SELECT placed.id AS order_id, placed.n, placed.created_at, placed.status, placed.done_after, k - 1 AS position,
         floor(power(random(), 3) * (SELECT count(*) FROM dish))::bigint AS dish,
         floor(random() * 4)::int AS variant, 1 + floor(power(random(), 4) * 4)::int AS quantity,
         random() < 0.05 AS has_note
  FROM placed CROSS JOIN LATERAL generate_series(1, placed.lines) AS k
) AS line
JOIN choice ON choice.n = line.dish AND choice.variant = line.variant;

INSERT INTO orders_order
  (id, store_id, table_id, session_id, number, business_date, status, total, note, idempotency_key, body_hash,
   placed_by_tablet_id, placed_by_user_id, created_at, preparing_at, completed_at, cancelled_at, cancel_reason)
SELECT placed.id, %(store)s, table_id, session_id, number, business_date, status, bill.total,
       CASE WHEN has_note THEN '빨리 부탁드려요' ELSE '' END, 'year-' || placed.n, md5(placed.n::text),
       CASE WHEN NOT by_staff THEN tablet_id END, CASE WHEN by_staff THEN user_id END, created_at,
       CASE WHEN status <> 'pending' AND (status <> 'cancelled' OR by_staff) THEN created_at + accepted_after END,
       CASE WHEN status = 'completed' THEN created_at + done_after END,
       CASE WHEN status = 'cancelled' THEN created_at + done_after END,
       CASE WHEN status = 'cancelled' THEN reason ELSE '' END
FROM placed JOIN (SELECT order_id, sum(line_total) AS total FROM orders_orderline WHERE store_id = %(store)s
                  GROUP BY order_id) AS bill ON bill.order_id = placed.id
ORDER BY placed.n;

INSERT INTO orders_orderstep (id, order_id, from_status, to_status, is_undo, at, by_id, reason)
SELECT pg_temp.id_at(at, n), order_id, from_status, to_status, false, at, user_id, reason FROM (
  SELECT n, id AS order_id, 'pending' AS from_status, 'preparing' AS to_status, created_at + accepted_after AS at,
         user_id, '' AS reason
  FROM placed WHERE status <> 'pending' AND (status <> 'cancelled' OR by_staff)
  UNION ALL
  SELECT n, id, CASE WHEN status = 'completed' OR by_staff THEN 'preparing' ELSE 'pending' END, status,
         created_at + done_after, user_id, CASE WHEN status = 'cancelled' THEN reason ELSE '' END
  FROM placed WHERE status IN ('completed', 'cancelled')
) AS step ORDER BY at;

INSERT INTO tables_servicecall
  (id, store_id, table_id, session_id, kind, message, created_at, acknowledged_at, acknowledged_by_id)
SELECT pg_temp.id_at(opened_at + stay / 3, party.n), %(store)s, table_id, pg_temp.id_at(opened_at, party.n),
       (ARRAY['water', 'cutlery', 'napkin', 'bill', 'other'])[1 + mod(party.n, 5)],
       CASE WHEN mod(party.n, 10) = 4 THEN '앞접시 주세요' ELSE '' END, opened_at + stay / 3,
       CASE WHEN closed_at IS NOT NULL THEN opened_at + stay / 3 + interval '90 s' END,
       CASE WHEN closed_at IS NOT NULL THEN person.user_id END
FROM party JOIN person ON person.n = mod(party.n, person.people)
WHERE mod(party.n, 3) = 0 AND party.n IN (SELECT party FROM placed)
ORDER BY opened_at;

-- What the audit trail says of the cancelled and of a year of prices.
INSERT INTO accounts_auditentry
  (id, store_id, at, actor_id, actor_name, deed, target_type, target_id, target_name, changes)
SELECT pg_temp.id_at(at, n), %(store)s, at, user_id, 'busy', deed, target_type, target_id, target_name, changes FROM (
  SELECT n, created_at + done_after AS at, user_id, 'order_cancelled' AS deed, 'orders.order' AS target_type,
         id AS target_id, business_date || ' #' || number AS target_name,
         jsonb_build_object('reason', jsonb_build_array('', reason)) AS changes
  FROM placed WHERE status = 'cancelled'
  UNION ALL
  SELECT placed.n, created_at, user_id, 'changed', 'menu.menuitem', dish.id, dish.name ->> 'ko',
         jsonb_build_object('price', jsonb_build_array(dish.price, dish.price + 500))
  FROM placed JOIN dish ON dish.n = mod(placed.n, dish.dishes) WHERE mod(placed.n, 10) = 0 AND status <> 'cancelled'
) AS told ORDER BY at;

-- Two days of events: older ones are pruned.
INSERT INTO orders_storeevent (store_id, number, kind, table_id, data, created_at)
SELECT %(store)s, row_number() OVER (ORDER BY n) + (SELECT last_event FROM orders_storecounter WHERE store_id = %(store)s),
       'order.created', table_id,
       jsonb_build_object('order', jsonb_build_object('id', id, 'number', number, 'status', status))::text, created_at
FROM placed WHERE created_at > now() - interval '2 days';

UPDATE orders_storecounter SET
  last_event = (SELECT coalesce(max(number), 0) FROM orders_storeevent WHERE store_id = %(store)s),
  (business_date, last_order) =
    (SELECT business_date, max(number) FROM placed GROUP BY business_date ORDER BY business_date DESC LIMIT 1)
WHERE store_id = %(store)s;

DROP TABLE seat, person, slot, party, placed, dish, choice;
DROP FUNCTION pg_temp.id_at;
RESET session_replication_role;
