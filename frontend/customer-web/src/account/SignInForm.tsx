import { zodResolver } from "@hookform/resolvers/zod";
import { session } from "@sagashop/shared/session";
import { Button, ProblemNote, TextField } from "@sagashop/shared/ui";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { showBesideFields } from "./fields";

const FIELDS = ["email", "password"] as const;

export function SignInForm({ onDone }: { onDone?: () => void }) {
  const { t } = useTranslation();
  const form = useForm({
    resolver: zodResolver(
      z.object({
        email: z.string().trim().min(1, t("account.emailMissing")),
        password: z.string().min(1, t("account.passwordMissing")),
      }),
    ),
    defaultValues: { email: "", password: "" },
  });
  const entering = useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) =>
      session.signIn(email, password),
    onSuccess: onDone,
    onError: (error) => showBesideFields(error, FIELDS, form.setError),
  });
  const { errors } = form.formState;
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit((values) => entering.mutate(values))}
      className="flex flex-col gap-4"
    >
      <TextField
        label={t("account.email")}
        type="email"
        autoComplete="username"
        error={errors.email?.message}
        {...form.register("email")}
      />
      <TextField
        label={t("account.password")}
        type="password"
        autoComplete="current-password"
        error={errors.password?.message}
        {...form.register("password")}
      />
      {entering.isError && <ProblemNote error={entering.error} />}
      <Button type="submit" busy={entering.isPending}>
        {t("account.signIn")}
      </Button>
    </form>
  );
}
