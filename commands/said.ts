import { commandAbout } from './about-name.js'

export default commandAbout('said', '/said speaker')
