/**
 * What the library that writes PPTX leaves undone: a note is one paragraph in which line feeds count as spaces, a title is a text
 * like any other, parts are announced that are not there, and WebP is not announced.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** Name of the shape on each slide that is its title. */
export const titleName = 'Title'

/** @param layout name of the one that all slides have. @returns the file, finished */
export function finished(pptx: Uint8Array, layout: string): Uint8Array {
	const files = Object.fromEntries(Object.entries(unzipSync(pptx)).filter(([path]) => !path.endsWith('/')))
	const change = (path: string, how: (xml: string) => string) => {
		const content = files[path]
		if (content) files[path] = strToU8(how(strFromU8(content)))
	}
	for (const path of Object.keys(files)) {
		if (/^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(path)) change(path, withLines)
		if (/^ppt\/slides\/slide\d+\.xml$/.test(path)) change(path, withTitle)
		if (/^ppt\/slideLayouts\/slideLayout\d+\.xml$/.test(path))
			change(path, (xml) => (xml.includes(`name="${layout}"`) ? withTitlePlace(xml) : xml))
	}
	change('[Content_Types].xml', (xml) =>
		xml
			.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (whole, path: string) => (path in files ? whole : ''))
			.replace(/(<Default )/, '<Default Extension="webp" ContentType="image/webp"/>$1'),
	)
	return zipSync(files)
}

const withLines = (xml: string): string =>
	xml.replace(
		/<a:p><a:r>(<a:rPr[^>]*\/>)<a:t>([^<]*)<\/a:t><\/a:r><a:endParaRPr[^>]*\/><\/a:p>/,
		(_, how: string, text: string) =>
			text
				.split(/\r?\n/)
				.map((each) => `<a:p><a:r>${how}<a:t>${each}</a:t></a:r></a:p>`)
				.join(''),
	)

const withTitle = (xml: string): string =>
	xml.replace(
		new RegExp(`(name="${titleName}"[^>]*>(?:</p:cNvPr>)?<p:cNvSpPr[^>]*/?>(?:</p:cNvSpPr>)?)<p:nvPr>\\s*</p:nvPr>`),
		'$1<p:nvPr><p:ph type="title"/></p:nvPr>',
	)

/** Slides take their titles’ place for themselves; the layout only has to know that there is one. */
const withTitlePlace = (xml: string): string =>
	xml.replace(
		'</p:spTree>',
		'<p:sp><p:nvSpPr><p:cNvPr id="99" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="731520" y="457200"/><a:ext cx="10728960" cy="914400"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB"/><a:t>Title</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>',
	)
