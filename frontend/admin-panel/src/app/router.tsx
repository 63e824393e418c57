import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { letterSearch } from "../deadletters/search";
import { orderSearch } from "../orders/search";
import { outboxSearch } from "../outbox/search";
import { NotFound } from "../pages/NotFound";
import { PageFailure } from "../pages/PageFailure";
import { productSearch } from "../products/search";
import { releaseSearch } from "../releases/search";
import { sagaSearch } from "../sagas/search";
import { stockSearch } from "../stock/search";
import { userSearch } from "../users/search";
import { Frame } from "./Frame";

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });
const under = () => root;

/** A path that names a row; anything but a number is nothing that exists. */
function numbered(value: string): number {
  return /^\d{1,18}$/.test(value) ? Number(value) : 0;
}

const dashboard = createRoute({
  getParentRoute: under,
  path: "/",
  component: lazyRouteComponent(() => import("../dashboard/DashboardPage"), "DashboardPage"),
});

const orders = createRoute({
  getParentRoute: under,
  path: "/orders",
  validateSearch: orderSearch,
  component: lazyRouteComponent(() => import("../orders/OrdersPage"), "OrdersPage"),
});

const order = createRoute({
  getParentRoute: under,
  path: "/orders/$orderId",
  params: {
    parse: ({ orderId }) => ({ orderId: numbered(orderId) }),
    stringify: ({ orderId }) => ({ orderId: String(orderId) }),
  },
  component: lazyRouteComponent(() => import("../orders/OrderPage"), "OrderPage"),
});

const refund = createRoute({
  getParentRoute: () => order,
  path: "/refund",
  component: lazyRouteComponent(() => import("../refunds/RefundDialog"), "RefundDialog"),
});

const sagas = createRoute({
  getParentRoute: under,
  path: "/sagas",
  validateSearch: sagaSearch,
  component: lazyRouteComponent(() => import("../sagas/SagasPage"), "SagasPage"),
});

const products = createRoute({
  getParentRoute: under,
  path: "/products",
  validateSearch: productSearch,
  component: lazyRouteComponent(() => import("../products/ProductsPage"), "ProductsPage"),
});

const newProduct = createRoute({
  getParentRoute: under,
  path: "/products/new",
  component: lazyRouteComponent(() => import("../products/NewProductPage"), "NewProductPage"),
});

const product = createRoute({
  getParentRoute: under,
  path: "/products/$productId",
  params: {
    parse: ({ productId }) => ({ productId: numbered(productId) }),
    stringify: ({ productId }) => ({ productId: String(productId) }),
  },
  component: lazyRouteComponent(() => import("../products/ProductPage"), "ProductPage"),
});

const stock = createRoute({
  getParentRoute: under,
  path: "/stock",
  validateSearch: stockSearch,
  component: lazyRouteComponent(() => import("../stock/StockPage"), "StockPage"),
});

const movements = createRoute({
  getParentRoute: under,
  path: "/stock/$productId",
  params: {
    parse: ({ productId }) => ({ productId: numbered(productId) }),
    stringify: ({ productId }) => ({ productId: String(productId) }),
  },
  component: lazyRouteComponent(() => import("../stock/MovementsPage"), "MovementsPage"),
});

const releases = createRoute({
  getParentRoute: under,
  path: "/releases",
  validateSearch: releaseSearch,
  component: lazyRouteComponent(() => import("../releases/ReleasesPage"), "ReleasesPage"),
});

const deadLetters = createRoute({
  getParentRoute: under,
  path: "/dead-letters",
  validateSearch: letterSearch,
  component: lazyRouteComponent(() => import("../deadletters/DeadLettersPage"), "DeadLettersPage"),
});

const outbox = createRoute({
  getParentRoute: under,
  path: "/outbox",
  validateSearch: outboxSearch,
  component: lazyRouteComponent(() => import("../outbox/OutboxPage"), "OutboxPage"),
});

const users = createRoute({
  getParentRoute: under,
  path: "/users",
  validateSearch: userSearch,
  component: lazyRouteComponent(() => import("../users/UsersPage"), "UsersPage"),
});

export const router = createRouter({
  basepath: "/admin",
  routeTree: root.addChildren([
    dashboard,
    orders,
    order.addChildren([refund]),
    sagas,
    products,
    newProduct,
    product,
    stock,
    movements,
    releases,
    deadLetters,
    outbox,
    users,
  ]),
  defaultPreload: "intent",
  defaultErrorComponent: PageFailure,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
