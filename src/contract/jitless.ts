// Imported before any schema is made: zod would otherwise probe `new Function`, which the windows' CSP forbids and reports.
import { z } from 'zod'

z.config({ jitless: true })

export { z }
