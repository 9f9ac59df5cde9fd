import type { ViewDefinition } from '../kernel/view.ts'
import type { Blobs } from '../store/blobs.ts'
import { evidenceFileView, evidenceReceivedView } from './views/evidence.ts'
import { historyAskedView, historyView } from './views/history.ts'
import { progressView } from './views/list.ts'
import { reportedView } from './views/reported.ts'
import { understoodView } from './views/understood.ts'

export const executionViews = (blobs: Blobs): ViewDefinition[] => [
  progressView,
  understoodView,
  reportedView,
  historyView,
  historyAskedView,
  evidenceReceivedView,
  evidenceFileView(blobs),
]
