import { zodResolver } from "@hookform/resolvers/zod";
import { type Registration, session, useAccount } from "@sagashop/shared/session";
import { Button, ProblemNote, TextField } from "@sagashop/shared/ui";
import { useMutation } from "@tanstack/react-query";
import { getRouteApi, Link, Navigate } from "@tanstack/react-router";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { useTitle } from "../app/useTitle";
import { showBesideFields } from "./fields";

const route = getRouteApi("/sign-up");
const FIELDS = ["firstName", "lastName", "email", "password"] as const;
const SHORTEST_PASSWORD = 8;

export function SignUpPage() {
  const { t } = useTranslation();
  const { next } = route.useSearch();
  const account = useAccount();
  useTitle(t("account.create"));
  if (account) {
    return <Navigate to={next ?? "/"} replace />;
  }
  return (
    <div className="mx-auto flex max-w-md flex-col gap-6">
      <h1 className="text-3xl font-bold tracking-tight">{t("account.create")}</h1>
      <SignUpForm />
      <p>
        {t("account.already")}{" "}
        <Link to="/sign-in" search={{ next }} className="underline">
          {t("account.signIn")}
        </Link>
      </p>
    </div>
  );
}

function SignUpForm() {
  const { t } = useTranslation();
  const name = z.string().trim().min(1, t("account.nameMissing"));
  const form = useForm({
    resolver: zodResolver(
      z
        .object({
          firstName: name,
          lastName: name,
          email: z.email(t("account.emailWrong")),
          password: z.string().min(SHORTEST_PASSWORD, t("account.passwordShort")),
          repeated: z.string(),
        })
        .refine((fields) => fields.password === fields.repeated, {
          path: ["repeated"],
          message: t("account.passwordsDiffer"),
        }),
    ),
    defaultValues: { firstName: "", lastName: "", email: "", password: "", repeated: "" },
  });
  const creating = useMutation({
    mutationFn: (registration: Registration) => session.register(registration),
    onError: (error) => showBesideFields(error, FIELDS, form.setError),
  });
  const { errors } = form.formState;
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit(({ repeated: _, ...registration }) =>
        creating.mutate(registration),
      )}
      className="flex flex-col gap-4"
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t("account.firstName")}
          autoComplete="given-name"
          error={errors.firstName?.message}
          {...form.register("firstName")}
        />
        <TextField
          label={t("account.lastName")}
          autoComplete="family-name"
          error={errors.lastName?.message}
          {...form.register("lastName")}
        />
      </div>
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
        autoComplete="new-password"
        hint={t("account.passwordHint")}
        error={errors.password?.message}
        {...form.register("password")}
      />
      <TextField
        label={t("account.repeated")}
        type="password"
        autoComplete="new-password"
        error={errors.repeated?.message}
        {...form.register("repeated")}
      />
      {creating.isError && <ProblemNote error={creating.error} />}
      <Button type="submit" busy={creating.isPending}>
        {t("account.createOne")}
      </Button>
    </form>
  );
}
