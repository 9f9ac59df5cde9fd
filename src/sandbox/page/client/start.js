// Starts the page's parts. Each listens on the document, so that what arrives later needs no wiring.
import { startCalendar } from './calendar.js'
import { startCharts } from './charts.js'
import { startComposer } from './composer.js'
import { startForms } from './form.js'
import { startLive } from './live.js'
import { startPeople } from './people.js'
import { startPopups } from './popups.js'
import { startTaps } from './tap.js'
import { startFaultToasts } from './toast.js'

startCalendar()
startLive()
startPeople()
startComposer()
startForms()
startTaps()
startPopups()
startFaultToasts()
startCharts()
