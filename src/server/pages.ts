/** The few pages that the server writes itself: plain words, no script, no style. */

const page = (title: string, body: string, head = ''): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>${head}
</head>
<body>
<h1>${title}</h1>
${body}
</body>
</html>
`

/** For those who come without the token of this run. */
export const noEntryPage = page(
	'This address needs its key',
	`<p>Parallax is running here, but it only opens for the address that it printed when it started, because what you
keep in it is yours alone.</p>
<p>Go to the window where Parallax was started and open the whole address that stands there, with everything after
<code>?token=</code>. Each start makes a new one, so an old bookmark or tab does not open it.</p>`,
)

/** For those whose browser names another host or page than ours. */
export const wrongPlacePage = page(
	'Parallax does not answer here',
	`<p>Parallax answers only to this computer's own address and only to its own pages.</p>
<p>Open the address that it printed when it started.</p>`,
)

/** For paths that are not part of the app. */
export const notFoundPage = page(
	'There is nothing here',
	'<p>This is not a part of Parallax. <a href="/">Go to its first page.</a></p>',
)

/**
 * Comes back at once, from our own page. A browser keeps a strict cookie to itself when another site's link led here, even
 * through a redirect of ours; the second request is our own.
 * @param path where that link leads, inside Parallax
 */
export function comeBackPage(path: string): string {
	const quoted = path.replace(/[&"<>']/g, (sign) => `&#${sign.charCodeAt(0)};`)
	return page(
		'Opening Parallax',
		`<p><a href="${quoted}">Go on to Parallax.</a></p>`,
		`\n<meta http-equiv="refresh" content="0; url=${quoted}">`,
	)
}
