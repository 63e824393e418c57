import { ok, users } from "@sagashop/shared/api";
import { useFormats } from "@sagashop/shared/i18n";
import { useAccount } from "@sagashop/shared/session";
import {
  Badge,
  Button,
  buttonClass,
  Dialog,
  ErrorState,
  Loading,
  ProblemNote,
  SelectField,
  Skeleton,
  toast,
} from "@sagashop/shared/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Role, User } from "../api/types";
import { nameOf } from "../orders/orderList";
import { ReasonDialog } from "../reasons/ReasonDialog";
import { ROLES } from "./search";

const MOST = 50;

export function UserDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation();
  const user = useQuery({
    queryKey: ["users", "one", id],
    queryFn: ({ signal }) => ok(users.GET("/users/{id}", { params: { path: { id } }, signal })),
  });
  const { data, error } = user;
  return (
    <Dialog open onClose={onClose} title={data ? nameOf(data) : t("orders.user", { id })}>
      {error && <ErrorState error={error} onRetry={() => void user.refetch()} />}
      {!data && !error && (
        <Loading>
          <Skeleton className="h-40" />
        </Loading>
      )}
      {data && (
        <>
          <p className="break-all text-faint">{data.email}</p>
          <RoleChoice user={data} />
          <Link
            to="/orders"
            search={{ customer: data.email }}
            className={buttonClass("secondary", true)}
          >
            {t("orders.theirOrders")}
          </Link>
          <History id={id} />
        </>
      )}
    </Dialog>
  );
}

function RoleChoice({ user }: { user: User }) {
  const { t } = useTranslation();
  const isMyself = useAccount()?.id === user.id;
  const queries = useQueryClient();
  const [role, setRole] = useState<Role>(user.role);
  const [asking, setAsking] = useState(false);
  const change = async (reason: string) => {
    await ok(
      users.PUT("/users/{id}/role", { params: { path: { id: user.id } }, body: { role, reason } }),
    );
    toast(t("users.changed", { name: nameOf(user), role: t(`roles.${role}`) }), "good");
    await queries.invalidateQueries({ queryKey: ["users"] });
  };
  return (
    <div className="my-4 flex flex-wrap items-end gap-3">
      <div className="min-w-48 flex-1">
        <SelectField
          label={t("users.role")}
          value={role}
          hint={isMyself ? t("users.myself") : undefined}
          disabled={isMyself}
          onChange={({ target }) =>
            setRole(ROLES.find((each) => each === target.value) ?? user.role)
          }
        >
          {ROLES.map((each) => (
            <option key={each} value={each}>
              {t(`roles.${each}`)}
            </option>
          ))}
        </SelectField>
      </div>
      {!isMyself && (
        <Button disabled={role === user.role} onClick={() => setAsking(true)}>
          {t("users.change")}
        </Button>
      )}
      {asking && (
        <ReasonDialog
          title={t("users.changeTitle", { name: nameOf(user), role: t(`roles.${role}`) })}
          text={t("users.changeText")}
          confirm={t("users.change")}
          onConfirm={({ reason }) => change(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

function History({ id }: { id: number }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const { data, error } = useQuery({
    queryKey: ["users", "role-changes", id],
    queryFn: ({ signal }) =>
      ok(
        users.GET("/users/{id}/role-changes", {
          params: { path: { id }, query: { size: MOST } },
          signal,
        }),
      ),
  });
  return (
    <section className="mt-6">
      <h3 className="mb-2 font-semibold">{t("users.history")}</h3>
      {error && <ProblemNote error={error} />}
      {data?.items.length === 0 && <p className="text-faint">{t("users.noHistory")}</p>}
      <ol className="flex flex-col gap-2">
        {data?.items.map((each) => (
          <li key={each.id} className="rounded-xl bg-sunken px-3 py-2 text-sm">
            <p className="flex flex-wrap items-center gap-2">
              {t(`roles.${each.from}`)} → <Badge>{t(`roles.${each.to}`)}</Badge>
            </p>
            <p className="mt-1">{each.reason}</p>
            <p className="text-faint">
              {t("users.by", { id: each.changedBy, at: moment(each.changedAt) })}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
