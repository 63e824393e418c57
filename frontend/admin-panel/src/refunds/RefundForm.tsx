import { zodResolver } from "@hookform/resolvers/zod";
import { useFormats } from "@sagashop/shared/i18n";
import { Button, CheckField, ProblemNote, TextArea, TextField } from "@sagashop/shared/ui";
import { useForm, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { Order } from "../api/types";
import { amountOf, type Draft, draftSchema, linesOf, REFUND_WAYS, requestOf } from "./draft";
import { LineFields } from "./LineFields";
import { useRequestRefund } from "./useRequestRefund";

interface Props {
  order: Order;
  refundable: number;
  onDone: () => void;
}

export function RefundForm({ order, refundable, onDone }: Props) {
  const { t } = useTranslation();
  const { money } = useFormats();
  const lines = linesOf(order);
  const request = useRequestRefund(order.id);
  const form = useForm<Draft>({
    resolver: zodResolver(draftSchema(lines, refundable)),
    defaultValues: { way: "LINES", units: {}, amount: "", restock: false, reason: "" },
  });
  const draft = useWatch({ control: form.control }) as Draft;
  const { errors } = form.formState;
  const amount = amountOf(draft, lines);
  const fault = (message: string | undefined) =>
    message && t(`refund.faults.${message as "tooMuch"}`, { refundable: money(refundable) });
  const submit = form.handleSubmit((valid) =>
    request.mutateAsync(requestOf(valid, lines)).then(onDone, () => {
      // The reason stands in the form.
    }),
  );
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <fieldset>
        <legend className="mb-2 text-sm font-medium">{t("refund.way")}</legend>
        <div className="grid gap-2 sm:grid-cols-3">
          {REFUND_WAYS.map((way) => (
            <label
              key={way}
              className="flex cursor-pointer items-start gap-3 rounded-xl border border-edge p-3 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                value={way}
                className="mt-0.5 size-5 shrink-0 accent-accent"
                {...form.register("way")}
              />
              <span>
                <span className="block font-medium">{t(`refund.ways.${way}`)}</span>
                <span className="block text-sm text-faint">{t(`refund.wayHints.${way}`)}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {draft.way === "LINES" ? (
        <>
          <LineFields form={form} lines={lines} fault={fault} />
          <CheckField label={t("refund.restock")} {...form.register("restock")} />
        </>
      ) : (
        <TextField
          label={t("refund.amount")}
          inputMode="decimal"
          autoComplete="off"
          hint={t("refund.amountHint", { refundable: money(refundable) })}
          error={fault(errors.amount?.message)}
          {...form.register("amount")}
        />
      )}
      <TextArea
        label={t("reason.label")}
        hint={t("refund.reasonHint")}
        maxLength={500}
        error={fault(errors.reason?.message)}
        {...form.register("reason")}
      />
      {request.error && <ProblemNote error={request.error} />}
      <div className="flex flex-wrap items-center justify-end gap-3">
        <p role="status" className="mr-auto text-sm text-faint">
          {request.isPending && t("refund.sending")}
        </p>
        <Button type="submit" busy={request.isPending}>
          {amount ? t("refund.submitAmount", { amount: money(amount) }) : t("refund.submit")}
        </Button>
      </div>
    </form>
  );
}
