import type { Wording } from "@sagashop/shared/i18n";
import { desk } from "./de/desk";
import { goods } from "./de/goods";
import { problems } from "./de/problems";
import { system } from "./de/system";
import { trade } from "./de/trade";
import type { en } from "./en";

export const de: Wording<typeof en> = { ...desk, ...trade, ...goods, ...system, ...problems };
