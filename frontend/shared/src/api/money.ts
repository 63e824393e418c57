/** Amounts travel as decimal numbers with two places; sums are made in cents. */
export function cents(amount: number): number {
  return Math.round(amount * 100);
}

export function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + cents(amount), 0) / 100;
}

export function times(amount: number, quantity: number): number {
  return (cents(amount) * quantity) / 100;
}
