import {
  type ColumnDef,
  createColumnHelper,
  rowSelectionFeature,
  tableFeatures,
} from "@tanstack/react-table";
import type { Look } from "./look";

export const features = tableFeatures({ rowSelectionFeature, columnMeta: {} as Look });
export type Features = typeof features;

// biome-ignore lint/suspicious/noExplicitAny: columns of one table hold values of different types
export type Columns<Row extends object> = ColumnDef<Features, Row, any>[];

export function columnsOf<Row extends object>() {
  return createColumnHelper<Features, Row>();
}
