import { addEnglish } from "@sagashop/shared/i18n";
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { CataloguePage } from "../catalogue/CataloguePage";
import { productById, productIdOf } from "../catalogue/queries";
import { readCatalogueSearch } from "../catalogue/search";
import { readOrdersSearch } from "../orders/search";
import { Frame } from "./Frame";
import { NotFound } from "./NotFound";
import { PageFailure } from "./PageFailure";
import { queries } from "./queries";

/** Pages that are loaded when somebody goes there, and the words that come with them. */
async function withWords<Page>(page: Promise<Page>): Promise<Page> {
  const [loaded, { later }] = await Promise.all([page, import("../words/later")]);
  addEnglish(later);
  return loaded;
}

const root = createRootRoute({
  component: Frame,
  notFoundComponent: NotFound,
  errorComponent: PageFailure,
});

const catalogue = createRoute({
  getParentRoute: () => root,
  path: "/",
  validateSearch: readCatalogueSearch,
  component: CataloguePage,
});

const product = createRoute({
  getParentRoute: () => root,
  path: "/products/$id",
  // Asked for while the page itself is on its way, or a pointer rests on the link.
  loader: ({ params }) => {
    const id = productIdOf(params.id);
    if (id) {
      void queries.prefetchQuery(productById(id));
    }
  },
  component: lazyRouteComponent(() => withWords(import("../product/ProductPage")), "ProductPage"),
});

const cart = createRoute({
  getParentRoute: () => root,
  path: "/cart",
  component: lazyRouteComponent(() => withWords(import("../cart/CartPage")), "CartPage"),
});

const checkoutAccount = createRoute({
  getParentRoute: () => root,
  path: "/checkout/account",
  component: lazyRouteComponent(() => withWords(import("../checkout/AccountStep")), "AccountStep"),
});

const checkoutReview = createRoute({
  getParentRoute: () => root,
  path: "/checkout/review",
  component: lazyRouteComponent(() => withWords(import("../checkout/ReviewStep")), "ReviewStep"),
});

const checkoutPay = createRoute({
  getParentRoute: () => root,
  path: "/checkout/pay",
  component: lazyRouteComponent(() => withWords(import("../checkout/PayStep")), "PayStep"),
});

const orders = createRoute({
  getParentRoute: () => root,
  path: "/orders",
  validateSearch: readOrdersSearch,
  component: lazyRouteComponent(() => withWords(import("../orders/OrdersPage")), "OrdersPage"),
});

const order = createRoute({
  getParentRoute: () => root,
  path: "/orders/$id",
  component: lazyRouteComponent(() => withWords(import("../orders/OrderPage")), "OrderPage"),
});

const account = createRoute({
  getParentRoute: () => root,
  path: "/account",
  component: lazyRouteComponent(() => withWords(import("../account/AccountPage")), "AccountPage"),
});

interface Next {
  /** Where to go after signing in: a path of this app. */
  next?: string;
}

/** Only paths of this app: a link from outside must not lead a customer elsewhere. */
function readNext(search: Record<string, unknown>): Next {
  const next = search.next;
  return typeof next === "string" && /^\/(?![/\\])/.test(next) ? { next } : {};
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: readNext,
  component: lazyRouteComponent(() => withWords(import("../account/SignInPage")), "SignInPage"),
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: "/sign-up",
  validateSearch: readNext,
  component: lazyRouteComponent(() => withWords(import("../account/SignUpPage")), "SignUpPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    catalogue,
    product,
    cart,
    checkoutAccount,
    checkoutReview,
    checkoutPay,
    orders,
    order,
    account,
    signIn,
    signUp,
  ]),
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
