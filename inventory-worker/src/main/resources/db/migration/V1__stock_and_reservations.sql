-- Text is compared byte by byte, so that "SKU order" means the same here and in Java.
CREATE TABLE stock (
    sku          text COLLATE "C" PRIMARY KEY CHECK (length(sku) BETWEEN 1 AND 64),
    product_id   bigint      NOT NULL UNIQUE CHECK (product_id > 0),
    on_hand      integer     NOT NULL,
    reserved     integer     NOT NULL DEFAULT 0,
    last_updated timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT stock_reserved_is_on_hand CHECK (0 <= reserved AND reserved <= on_hand)
);

-- Why on_hand is what it is: it equals the sum of the movements at any time.
CREATE TABLE stock_movements (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sku      text COLLATE "C" NOT NULL REFERENCES stock,
    delta    integer     NOT NULL CHECK (delta <> 0),
    kind     text        NOT NULL CHECK (kind IN ('RECEIVED', 'SET', 'SOLD', 'RETURNED')),
    order_id bigint CHECK (order_id > 0),
    actor    text        NOT NULL,
    moved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT stock_movements_of_an_order_name_it
        CHECK ((kind IN ('SOLD', 'RETURNED')) = (order_id IS NOT NULL))
);

CREATE INDEX stock_movements_by_sku ON stock_movements (sku, id);
CREATE INDEX stock_movements_by_order ON stock_movements (order_id) WHERE order_id IS NOT NULL;

CREATE FUNCTION refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % is refused: the table is append-only, insert a correcting row instead',
        TG_OP, TG_TABLE_NAME;
END
$$;

CREATE TRIGGER stock_movements_append_only
    BEFORE UPDATE OR DELETE ON stock_movements
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();

CREATE TRIGGER stock_movements_not_emptied
    BEFORE TRUNCATE ON stock_movements
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

-- One row for each order. It is the idempotency key of the saga's steps, and holds their answer.
-- RELEASED without items is the tombstone of a release that came before its reserve.
CREATE TABLE reservations (
    order_id          bigint      PRIMARY KEY CHECK (order_id > 0),
    reservation_id    uuid        NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    origin            text        NOT NULL CHECK (origin IN ('SAGA', 'MANUAL')),
    status            text        NOT NULL
        CHECK (status IN ('RESERVED', 'FAILED', 'RELEASED', 'COMMITTED', 'RETURNED')),
    reason_code       text CHECK (reason_code IN ('OUT_OF_STOCK', 'NO_STOCK_RECORD')),
    reason_sku        text COLLATE "C",
    reason_product_id bigint,
    reason_requested  integer,
    reason_available  integer,
    units_returned    bigint      NOT NULL DEFAULT 0 CHECK (units_returned >= 0),
    created_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    committed_at      timestamptz,
    released_at       timestamptz,
    CONSTRAINT reservations_failed_has_a_reason CHECK (
        CASE reason_code
            WHEN 'OUT_OF_STOCK' THEN status = 'FAILED'
                AND num_nulls(reason_sku, reason_product_id, reason_requested, reason_available) = 0
            WHEN 'NO_STOCK_RECORD' THEN status = 'FAILED'
                AND num_nulls(reason_sku, reason_product_id) = 0
            ELSE status <> 'FAILED'
        END),
    CONSTRAINT reservations_committed_at CHECK (
        CASE status
            WHEN 'COMMITTED' THEN committed_at IS NOT NULL
            WHEN 'RETURNED' THEN committed_at IS NOT NULL
            ELSE committed_at IS NULL
        END),
    CONSTRAINT reservations_released_at
        CHECK ((status IN ('RELEASED', 'RETURNED')) = (released_at IS NOT NULL))
);

CREATE INDEX reservations_open ON reservations (created_at) WHERE status = 'RESERVED';

CREATE TABLE reservation_items (
    order_id   bigint  NOT NULL REFERENCES reservations,
    sku        text COLLATE "C" NOT NULL REFERENCES stock,
    product_id bigint  NOT NULL,
    quantity   integer NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (order_id, sku)
);

CREATE INDEX reservation_items_by_sku ON reservation_items (sku);

-- The release audit: one row for each order that gave stock back. Times keep their microseconds,
-- because readers page by (created_at, id).
CREATE TABLE inventory_release_events (
    id             uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    order_id       bigint      NOT NULL UNIQUE REFERENCES reservations,
    reservation_id uuid        NOT NULL,
    reason         text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 255),
    created_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX inventory_release_events_newest ON inventory_release_events (created_at DESC, id DESC);
