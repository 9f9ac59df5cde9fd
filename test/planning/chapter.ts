/** The chapter as tests use it, with its files in memory. */
import { planning as planningWith } from '../../src/planning/chapter.ts'
import { memoryBlobs } from '../organization/world.ts'

export const blobs = memoryBlobs()
export const planning = planningWith({ blobs })
