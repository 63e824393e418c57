import { Dialog } from "@sagashop/shared/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Command } from "cmdk";
import { Package, ReceiptText, UserRound } from "lucide-react";
import { type ReactNode, useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useIsAdmin } from "../session/rights";
import { jumpsFor } from "./jumps";
import { type Found, lookUp } from "./lookUp";
import { openPalette } from "./open";

const ITEM =
  "flex min-h-11 cursor-pointer items-center gap-3 rounded-lg px-3 data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent";
const GROUP =
  "[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-faint";

/** Finds every page, and whatever an id names. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: ["palette", wanted],
    queryFn: ({ signal }) => lookUp(wanted, signal),
    enabled: wanted !== "",
    placeholderData: keepPreviousData,
  });
  const things = wanted === "" ? [] : (found.data ?? []);
  return (
    <Dialog open onClose={onClose} title={t("palette.title")}>
      <Command label={t("palette.title")} shouldFilter={false} loop>
        <Command.Input
          autoFocus
          value={text}
          onValueChange={setText}
          placeholder={t("palette.placeholder")}
          className="min-h-11 w-full rounded-lg border border-edge bg-surface px-3 text-ink placeholder:text-faint"
        />
        <Command.List
          label={t("palette.results")}
          className="mt-3 h-80 max-h-[50dvh] overflow-y-auto"
        >
          <Command.Empty className="px-3 py-8 text-center text-faint">
            {t(found.isFetching ? "palette.looking" : "palette.nothing")}
          </Command.Empty>
          {things.length > 0 && (
            <Command.Group heading={t("palette.found")} className={GROUP}>
              {things.map((thing) => (
                <FoundItem key={`${thing.kind}-${thing.id}`} thing={thing} onClose={onClose} />
              ))}
            </Command.Group>
          )}
          <Pages text={text} onClose={onClose} />
        </Command.List>
      </Command>
    </Dialog>
  );
}

function Pages({ text, onClose }: { text: string; onClose: () => void }) {
  const { t } = useTranslation();
  const isAdmin = useIsAdmin();
  const navigate = useNavigate();
  const wanted = text.trim().toLowerCase();
  const pages = jumpsFor(isAdmin).filter(({ name }) =>
    t(`nav.${name}`).toLowerCase().includes(wanted),
  );
  const fitsHelp = t("keyboard.title").toLowerCase().includes(wanted);
  return pages.length === 0 && !fitsHelp ? null : (
    <Command.Group heading={t("palette.pages")} className={GROUP}>
      {pages.map(({ to, name, icon: Icon }) => (
        <Command.Item
          key={to}
          value={to}
          className={ITEM}
          onSelect={() => {
            onClose();
            void navigate({ to });
          }}
        >
          <Icon aria-hidden className="size-5 shrink-0" />
          {t(`nav.${name}`)}
        </Command.Item>
      ))}
      {fitsHelp && (
        <Command.Item value="help" className={ITEM} onSelect={() => openPalette("help")}>
          <kbd className="flex size-5 items-center justify-center font-sans">?</kbd>
          {t("keyboard.title")}
        </Command.Item>
      )}
    </Command.Group>
  );
}

function FoundItem({ thing, onClose }: { thing: Found; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = () => {
    onClose();
    switch (thing.kind) {
      case "order":
        return navigate({ to: "/orders/$orderId", params: { orderId: thing.id } });
      case "product":
        return navigate({ to: "/products/$productId", params: { productId: thing.id } });
      case "customer":
        return navigate({ to: "/orders", search: { customer: thing.email } });
    }
  };
  return (
    <Command.Item value={`${thing.kind}-${thing.id}`} className={ITEM} onSelect={() => void open()}>
      {thing.kind === "order" && (
        <Line
          icon={<ReceiptText aria-hidden className="size-5" />}
          name={t("orders.number", { id: thing.id })}
        >
          {t("nav.orders")}
        </Line>
      )}
      {thing.kind === "product" && (
        <Line icon={<Package aria-hidden className="size-5" />} name={thing.name}>
          {thing.sku}
        </Line>
      )}
      {thing.kind === "customer" && (
        <Line icon={<UserRound aria-hidden className="size-5" />} name={thing.name}>
          {thing.email}
        </Line>
      )}
    </Command.Item>
  );
}

function Line({ icon, name, children }: { icon: ReactNode; name: string; children: ReactNode }) {
  return (
    <>
      <span className="shrink-0">{icon}</span>
      <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
      <span className="max-w-1/2 truncate text-sm text-faint">{children}</span>
    </>
  );
}
