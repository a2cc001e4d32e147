/** @import {Attachment, Course, Person} from "../../api/types/records" */

/**
 * What the file of a certificate is called: a person who takes it out of the program sees of which course it is.
 *
 * @param {Course} course
 */
export const certificateName = ({ title, certificate, finished }) =>
  `Удостоверение — ${title.trim() || certificate.trim() || finished}`;

/**
 * Whether a file is the certificate of a course; its name tells.
 *
 * @param {Attachment} file
 * @param {Course} course
 */
export const isCertificateOf = (file, course) => file.name.startsWith(certificateName(course));

/**
 * Whether a file of a person is the certificate of one of the courses.
 *
 * @param {Attachment} file
 * @param {Person} person
 */
export const isCertificate = (file, person) =>
  person.courses.some((course) => isCertificateOf(file, course));
