import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Category, categoryTree, pathTo } from "./queries";

/** The tree of categories, opened along the way to the chosen one: a row for each level. */
export function CategoryMenu({ chosen }: { chosen: number | undefined }) {
  const { t } = useTranslation();
  const { data: roots = [] } = useQuery(categoryTree);
  const way = pathTo(chosen, roots);
  const below = way.map(({ subCategories }) => subCategories).filter((level) => level.length > 0);
  return (
    <nav aria-label={t("catalogue.category")} className="flex min-h-11 flex-col gap-2">
      <Level categories={roots} way={way} all={t("catalogue.allCategories")} />
      {below.map((categories) => (
        <Level key={categories[0]?.id} categories={categories} way={way} />
      ))}
    </nav>
  );
}

function Level({
  categories,
  way,
  all,
}: {
  categories: Category[];
  way: Category[];
  all?: string;
}) {
  return (
    <ul className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:px-0">
      {all && (
        <li>
          <Choice name={all} id={undefined} open={way.length === 0} />
        </li>
      )}
      {categories.map((category) => (
        <li key={category.id}>
          <Choice name={category.name} id={category.id} open={way.includes(category)} />
        </li>
      ))}
    </ul>
  );
}

function Choice({ name, id, open }: { name: string; id: number | undefined; open: boolean }) {
  return (
    <Link
      to="/"
      search={(before) => ({ ...before, category: id })}
      activeOptions={{ exact: true, includeSearch: true }}
      className={`flex min-h-11 items-center rounded-full border px-4 font-medium whitespace-nowrap ${
        open
          ? "border-accent bg-accent text-on-accent"
          : "border-line bg-surface hover:border-accent"
      }`}
    >
      {name}
    </Link>
  );
}
