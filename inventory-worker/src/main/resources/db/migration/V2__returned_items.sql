-- Units of a sold order that a partial refund put back on the shelf. The refund is the key.
CREATE TABLE returned_items (
    refund_id   bigint      NOT NULL CHECK (refund_id > 0),
    order_id    bigint      NOT NULL REFERENCES reservations,
    sku         text COLLATE "C" NOT NULL REFERENCES stock,
    quantity    integer     NOT NULL CHECK (quantity > 0),
    returned_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (refund_id, sku)
);

CREATE INDEX returned_items_by_order ON returned_items (order_id);
