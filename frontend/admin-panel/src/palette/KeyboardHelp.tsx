import { Dialog } from "@sagashop/shared/ui";
import { useTranslation } from "react-i18next";
import { useIsAdmin } from "../session/rights";
import { jumpsFor } from "./jumps";

export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const isAdmin = useIsAdmin();
  return (
    <Dialog open onClose={onClose} title={t("keyboard.title")}>
      <ul className="flex flex-col gap-2">
        <Row keys={[t("palette.keys"), "/"]} what={t("keyboard.find")} />
        <Row keys={["?"]} what={t("keyboard.help")} />
        <Row keys={["↑", "↓"]} what={t("keyboard.rows")} />
        <Row keys={[t("keyboard.enter")]} what={t("keyboard.open")} />
        <Row keys={[t("keyboard.space")]} what={t("keyboard.select")} />
        {jumpsFor(isAdmin).map(({ key, name }) => (
          <Row
            key={key}
            keys={["G", key.toUpperCase()]}
            then
            what={t("keyboard.go", { page: t(`nav.${name}`) })}
          />
        ))}
      </ul>
    </Dialog>
  );
}

function Row({ keys, what, then = false }: { keys: string[]; what: string; then?: boolean }) {
  const { t } = useTranslation();
  return (
    <li className="flex items-center justify-between gap-4">
      <span>{what}</span>
      <span className="flex items-center gap-1 whitespace-nowrap text-faint">
        {keys.map((key, index) => (
          <span key={key} className="flex items-center gap-1">
            {index > 0 && (
              <span className="text-sm">{t(then ? "keyboard.after" : "keyboard.or")}</span>
            )}
            <kbd className="rounded-md border border-line bg-sunken px-2 py-0.5 font-sans text-sm text-ink">
              {key}
            </kbd>
          </span>
        ))}
      </span>
    </li>
  );
}
