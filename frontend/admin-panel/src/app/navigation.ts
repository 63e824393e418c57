import {
  Boxes,
  Inbox,
  LayoutDashboard,
  type LucideIcon,
  MailWarning,
  Package,
  ReceiptText,
  Send,
  Undo2,
  Users,
} from "lucide-react";

interface Destination {
  to:
    | "/"
    | "/orders"
    | "/sagas"
    | "/products"
    | "/stock"
    | "/releases"
    | "/dead-letters"
    | "/outbox"
    | "/users";
  name:
    | "dashboard"
    | "orders"
    | "sagas"
    | "products"
    | "stock"
    | "releases"
    | "deadLetters"
    | "outbox"
    | "users";
  icon: LucideIcon;
  group: "trade" | "goods" | "system";
  admins?: boolean;
}

const DESTINATIONS: readonly Destination[] = [
  { to: "/", name: "dashboard", icon: LayoutDashboard, group: "trade" },
  { to: "/orders", name: "orders", icon: ReceiptText, group: "trade" },
  { to: "/sagas", name: "sagas", icon: Inbox, group: "trade" },
  { to: "/products", name: "products", icon: Package, group: "goods" },
  { to: "/stock", name: "stock", icon: Boxes, group: "goods" },
  { to: "/releases", name: "releases", icon: Undo2, group: "goods" },
  { to: "/dead-letters", name: "deadLetters", icon: MailWarning, group: "system", admins: true },
  { to: "/outbox", name: "outbox", icon: Send, group: "system", admins: true },
  { to: "/users", name: "users", icon: Users, group: "system", admins: true },
];

export const GROUPS = ["trade", "goods", "system"] as const;

export function destinationsFor(isAdmin: boolean): Destination[] {
  return DESTINATIONS.filter((each) => isAdmin || !each.admins);
}
