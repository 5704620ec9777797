import { StoreFault } from './store.js'

/**
 * Refuses what a database would keep as something else: SQLite ends a text at a zero and takes NaN, dates and objects for
 * null, without a word; PostgreSQL refuses zeros and half characters late, in words of its own.
 *
 * @throws StoreFault when any of `values` is no text, number, truth value or null that is kept as it is
 */
export function checkBindable(values: readonly unknown[]): void {
  if (!values.every(isBindable)) throw new StoreFault('A value cannot be kept as it is.')
}

const isBindable = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.isWellFormed() && !value.includes('\0')
    : value === null || ['boolean', 'bigint'].includes(typeof value) || Number.isFinite(value)
