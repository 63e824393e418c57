import { Badge } from "@sagashop/shared/ui";
import clsx from "clsx";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** A stream that is opened within this time was not away. */
const PATIENCE = 3_000;

/** Whether the page hears of changes by itself, or asks for them. */
export function LiveMark({ live }: { live: boolean }) {
  const { t } = useTranslation("common");
  const state = useSettled(live);
  const isPolling = state === "polling";
  return (
    // Takes its place from the beginning, so that nothing moves when it is known.
    <span className={clsx("inline-flex", state === "opening" && "invisible")}>
      <Badge tone={isPolling ? "neutral" : "good"}>
        <span
          aria-hidden
          className={clsx("size-2 rounded-full", isPolling ? "bg-faint" : "bg-good")}
        />
        {isPolling ? t("state.polling") : t("state.live")}
      </Badge>
    </span>
  );
}

function useSettled(live: boolean): "opening" | "live" | "polling" {
  const [state, setState] = useState<"opening" | "live" | "polling">("opening");
  useEffect(() => {
    if (live) {
      setState("live");
      return;
    }
    const timer = setTimeout(() => setState("polling"), PATIENCE);
    return () => clearTimeout(timer);
  }, [live]);
  return state;
}
