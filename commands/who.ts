import { commandAbout } from './about-name.js'

export default commandAbout('who', '/who name')
