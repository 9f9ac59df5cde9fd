/** The whole program's commands and views, on files in memory. */
import { chaptersFor } from '../../../src/chapters.ts'
import { delivery } from '../../../src/delivery/parked.ts'
import { operation } from '../../../src/operation/chapter.ts'
import { memoryBlobs } from '../../organization/world.ts'

export const blobs = memoryBlobs()
export const deps = { blobs, lookUp: async () => [] }
const unused = () => Promise.reject(new Error('nothing is backed up here'))
const disk = {
  backups: { folder: '', atHour: 3, keepDays: 14 },
  ...{ makeBackup: unused, databaseBytes: unused, freeBytes: unused },
}
const chapters = [...chaptersFor(deps), delivery, operation({ version: '0', disk })]
export const COMMANDS = chapters.flatMap(({ commands }) => commands)
export const VIEWS = chapters.flatMap(({ views }) => views)
