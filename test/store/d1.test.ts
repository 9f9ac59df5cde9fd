import { afterAll, beforeAll } from 'vitest'
import { openD1 } from '../../src/store/d1.ts'
import { startD1 } from '../world/d1.ts'
import { databaseContract } from './contract.ts'

let d1: Awaited<ReturnType<typeof startD1>>
beforeAll(async () => {
  d1 = await startD1()
})
afterAll(() => d1.stop())

databaseContract('D1', async () => {
  await d1.wipe()
  return openD1(d1.binding)
})
