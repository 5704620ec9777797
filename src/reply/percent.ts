/** @param share from 0 to 1 @returns it in percent, never rounded up: 87.9 % is not yet 88 */
export const percentOf = (share: number): number => Math.floor(100 * share + 1e-9)
