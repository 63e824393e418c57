import { zodResolver } from "@hookform/resolvers/zod";
import { session } from "@sagashop/shared/session";
import { Button, ProblemNote, TextField } from "@sagashop/shared/ui";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { useTitle } from "../pages/useTitle";
import { Doorstep } from "./Doorstep";

const credentials = z.object({
  email: z.string().trim().min(1),
  password: z.string().min(8),
});
type Credentials = z.infer<typeof credentials>;

export function SignInPage() {
  const { t } = useTranslation();
  const [refusal, setRefusal] = useState<unknown>(null);
  const form = useForm<Credentials>({
    resolver: zodResolver(credentials),
    defaultValues: { email: "", password: "" },
  });
  const { errors, isSubmitting } = form.formState;
  useTitle(t("signIn.title"));

  const submit = form.handleSubmit(async ({ email, password }) => {
    setRefusal(null);
    try {
      await session.signIn(email, password);
    } catch (error) {
      setRefusal(error);
    }
  });

  return (
    <Doorstep title={t("signIn.title")} text={t("signIn.text")}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <TextField
          label={t("signIn.email")}
          type="email"
          autoComplete="username"
          error={errors.email && t("signIn.emailMissing")}
          {...form.register("email")}
        />
        <TextField
          label={t("signIn.password")}
          type="password"
          autoComplete="current-password"
          error={errors.password && t("signIn.passwordShort")}
          {...form.register("password")}
        />
        {refusal !== null && <ProblemNote error={refusal} />}
        <Button type="submit" busy={isSubmitting}>
          {t("signIn.submit")}
        </Button>
      </form>
    </Doorstep>
  );
}
