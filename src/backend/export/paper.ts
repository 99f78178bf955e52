/** The paper that people have: Letter in North America and where its habits hold, A4 everywhere else. */

const letterCountries = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'GT', 'CR', 'PA', 'DO', 'SV', 'NI', 'PR'])

/** @returns which paper is usual here, by what the system says of itself. */
export function usualPaper(env: NodeJS.ProcessEnv = process.env, language = systemLanguage()): 'A4' | 'letter' {
	const told = env.LC_ALL || env.LC_PAPER || env.LANG || language
	const country = /^[a-z]{2,3}[-_]([A-Z]{2})\b/.exec(told)?.[1]
	return country && letterCountries.has(country) ? 'letter' : 'A4'
}

const systemLanguage = (): string => new Intl.DateTimeFormat().resolvedOptions().locale

/** @returns a page that is printed on this paper, whatever it says itself. */
export const onPaper = (html: string, paper: 'A4' | 'letter'): string =>
	html.replace('</head>', () => `<style>@page{size:${paper}}</style>\n</head>`)
