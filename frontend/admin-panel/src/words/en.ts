import { desk } from "./en/desk";
import { goods } from "./en/goods";
import { problems } from "./en/problems";
import { system } from "./en/system";
import { trade } from "./en/trade";

export const en = { ...desk, ...trade, ...goods, ...system, ...problems } as const;
