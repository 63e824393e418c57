-- A count that was corrected: who did it is the actor, and why is said. The key makes a request
-- repeatable; it belongs to who sent it.
ALTER TABLE stock_movements
    DROP CONSTRAINT stock_movements_kind_check,
    ADD CONSTRAINT stock_movements_known_kind
        CHECK (kind IN ('RECEIVED', 'SET', 'SOLD', 'RETURNED', 'ADJUSTED')),
    ADD COLUMN reason text CHECK (length(reason) BETWEEN 1 AND 500),
    ADD COLUMN idempotency_key text CHECK (length(idempotency_key) BETWEEN 1 AND 128),
    ADD CONSTRAINT stock_movements_adjusted_for_a_reason
        CHECK ((kind = 'ADJUSTED') = (reason IS NOT NULL)),
    ADD CONSTRAINT stock_movements_keys_of_adjustments
        CHECK (idempotency_key IS NULL OR kind = 'ADJUSTED');

CREATE UNIQUE INDEX stock_movements_one_for_a_request
    ON stock_movements (actor, idempotency_key) WHERE idempotency_key IS NOT NULL;

-- The list of the movements, newest first: all, of a product, of an order, of a kind. The first
-- two of V1 end where these begin, so they go.
CREATE INDEX stock_movements_by_time ON stock_movements (moved_at, id);
CREATE INDEX stock_movements_of_a_sku ON stock_movements (sku, moved_at, id);
CREATE INDEX stock_movements_of_an_order ON stock_movements (order_id, moved_at, id)
    WHERE order_id IS NOT NULL;
CREATE INDEX stock_movements_of_a_kind ON stock_movements (kind, moved_at, id);
DROP INDEX stock_movements_by_sku;
DROP INDEX stock_movements_by_order;

-- The list of the stock: by product through the unique index of V1, by SKU prefix through the
-- primary key, and by what is available (which also finds what is low or out), on hand, or new.
CREATE INDEX stock_by_available ON stock ((on_hand - reserved), product_id);
CREATE INDEX stock_by_on_hand ON stock (on_hand, product_id);
CREATE INDEX stock_by_update ON stock (last_updated, product_id);

-- The release audit, newest first. The reason stands in the index, so that sums by reason and
-- counts are read from it alone.
CREATE INDEX inventory_release_events_by_time
    ON inventory_release_events (created_at DESC, id DESC) INCLUDE (reason);
CREATE INDEX inventory_release_events_of_a_reason
    ON inventory_release_events (reason, created_at DESC, id DESC);
DROP INDEX inventory_release_events_newest;
