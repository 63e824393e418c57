import { useFormats } from "@sagashop/shared/i18n";
import { useTranslation } from "react-i18next";
import { reasonOf } from "./happenings";

/** Why something happened, in the reader's language where a service wrote it. */
export function useReason(): (what: string, why: string) => string {
  const { t } = useTranslation();
  const { moment } = useFormats();
  return (what, why) => {
    const reason = reasonOf(what, why);
    if (!reason) {
      return why;
    }
    const { name, values } = reason;
    return t(`reasons.${name}`, { ...values, at: values.at && moment(values.at) });
  };
}
