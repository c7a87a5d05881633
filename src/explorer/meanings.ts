export { kindOf, meaningOf } from '../filter/meaning';
