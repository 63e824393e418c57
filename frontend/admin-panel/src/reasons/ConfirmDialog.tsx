import { Button, Dialog, ProblemNote } from "@sagashop/shared/ui";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  title: string;
  text: ReactNode;
  confirm: string;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks once more before something that cannot be taken back. */
export function ConfirmDialog({ title, text, confirm, onConfirm, onClose }: Props) {
  const { t } = useTranslation("common");
  const [refusal, setRefusal] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const decide = async () => {
    setBusy(true);
    setRefusal(null);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setRefusal(error);
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} title={title} description={text}>
      {refusal !== null && <ProblemNote error={refusal} className="mb-4" />}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="quiet" onClick={onClose}>
          {t("actions.cancel")}
        </Button>
        <Button variant="danger" busy={busy} onClick={decide}>
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}
