import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Dialog, ProblemNote, TextArea, TextField } from "@sagashop/shared/ui";
import { type ReactNode, useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";

const LONGEST_REASON = 500;
const LONGEST_REFERENCE = 200;

export interface Given {
  reason: string;
  reference: string;
}

interface Props {
  title: string;
  text?: ReactNode;
  confirm: string;
  danger?: boolean;
  /** Asks also for what proves that the matter was settled elsewhere. */
  withReference?: boolean;
  children?: ReactNode;
  /** The window closes when the server has answered well, and shows why when it has not. */
  onConfirm: (given: Given) => Promise<unknown>;
  onClose: () => void;
}

/** Asks why before something is done that others will want to understand later. */
export function ReasonDialog({
  title,
  text,
  confirm,
  danger = false,
  withReference = false,
  children,
  onConfirm,
  onClose,
}: Props) {
  const { t } = useTranslation();
  const { t: common } = useTranslation("common");
  const [refusal, setRefusal] = useState<unknown>(null);
  const form = useForm<Given>({
    resolver: zodResolver(given(withReference)),
    defaultValues: { reason: "", reference: "" },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    setRefusal(null);
    try {
      await onConfirm(values);
      onClose();
    } catch (error) {
      setRefusal(error);
    }
  });
  return (
    <Dialog open onClose={onClose} title={title} description={text}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        {children}
        {withReference && (
          <TextField
            label={t("reason.reference")}
            hint={t("reason.referenceHint")}
            maxLength={LONGEST_REFERENCE}
            error={errors.reference && t("reason.referenceMissing")}
            {...form.register("reference")}
          />
        )}
        <TextArea
          label={t("reason.label")}
          hint={t("reason.hint")}
          maxLength={LONGEST_REASON}
          error={errors.reason && t("reason.missing")}
          {...form.register("reason")}
        />
        {refusal !== null && <ProblemNote error={refusal} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="quiet" onClick={onClose}>
            {common("actions.cancel")}
          </Button>
          <Button type="submit" variant={danger ? "danger" : "primary"} busy={isSubmitting}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function given(withReference: boolean) {
  return z.object({
    reason: z.string().trim().min(1).max(LONGEST_REASON),
    reference: withReference
      ? z.string().trim().min(1).max(LONGEST_REFERENCE)
      : z.string().max(LONGEST_REFERENCE),
  });
}
