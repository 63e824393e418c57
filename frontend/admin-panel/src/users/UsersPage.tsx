import { ok, users } from "@sagashop/shared/api";
import { Badge, SelectField } from "@sagashop/shared/ui";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Users } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../api/types";
import { nameOf } from "../orders/orderList";
import { AdminsOnly } from "../pages/AdminsOnly";
import { Page } from "../pages/Page";
import { columnsOf } from "../table/columns";
import { DataTable } from "../table/DataTable";
import { FilterText } from "../table/FilterText";
import { List } from "../table/List";
import { useCursorPages } from "../table/useCursorPages";
import { ROLES } from "./search";
import { UserDialog } from "./UserDialog";

const route = getRouteApi("/users");
const column = columnsOf<User>();
const rowId = ({ id }: User) => String(id);
const PAGE = 50;
const ROLE_TONES = {
  ROLE_CUSTOMER: "neutral",
  ROLE_SUPPORT: "info",
  ROLE_ADMIN: "good",
} as const;

export function UsersPage() {
  const { t } = useTranslation();
  return (
    <AdminsOnly title={t("users.title")}>
      <Page title={t("users.title")} text={t("users.text")}>
        <UserList />
      </Page>
    </AdminsOnly>
  );
}

function UserList() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/users" });
  const { q, role, open } = search;
  const pages = useCursorPages({
    key: ["users", "list", q, role],
    load: (cursor, signal) =>
      ok(users.GET("/users", { params: { query: { q, role, cursor, size: PAGE } }, signal })),
  });
  const show = (id: number | undefined) =>
    void navigate({ search: (now) => ({ ...now, open: id }) });
  const columns = useColumns(show);
  return (
    <>
      <Filters />
      <List
        pages={pages}
        empty={{
          icon: <Users aria-hidden />,
          title: t("users.emptyTitle"),
          text: t("users.emptyText"),
        }}
      >
        {(rows) => (
          <DataTable
            name={t("users.title")}
            columns={columns}
            rows={rows}
            rowId={rowId}
            onOpen={({ id }) => show(id)}
          />
        )}
      </List>
      {open && <UserDialog key={open} id={open} onClose={() => show(undefined)} />}
    </>
  );
}

function useColumns(show: (id: number) => void) {
  const { t } = useTranslation();
  return useMemo(
    () =>
      column.columns([
        column.accessor("email", {
          header: () => t("users.user"),
          cell: ({ row: { original } }) => (
            <button
              type="button"
              tabIndex={-1}
              onClick={() => show(original.id)}
              className="min-h-6 text-left hover:underline"
            >
              <span className="block font-medium">{nameOf(original)}</span>
              <span className="block text-sm break-all text-faint">{original.email}</span>
            </button>
          ),
        }),
        column.accessor("role", {
          header: () => t("users.role"),
          cell: ({ getValue }) => (
            <Badge tone={ROLE_TONES[getValue()]}>{t(`roles.${getValue()}`)}</Badge>
          ),
        }),
        column.accessor("id", {
          header: () => t("users.number"),
          meta: { from: "md", numeric: true },
        }),
      ]),
    [t, show],
  );
}

function Filters() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/users" });
  const change = (part: Partial<typeof search>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  return (
    <search aria-label={t("filters.label")} className="mb-4 grid gap-3 sm:grid-cols-[2fr_1fr]">
      <FilterText
        label={t("users.filters.text")}
        value={search.q}
        onChange={(q) => change({ q })}
      />
      <SelectField
        label={t("users.role")}
        value={search.role ?? ""}
        onChange={({ target }) => change({ role: ROLES.find((each) => each === target.value) })}
      >
        <option value="">{t("filters.all")}</option>
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {t(`roles.${role}`)}
          </option>
        ))}
      </SelectField>
    </search>
  );
}
