/** @import {Attachment, Course, Person} from "../../api/types/records" */

/**
 * What the file of a certificate is called: a person who takes it out of the program sees of which course it is.
 *
 * @param {Pick<Course, "title" | "certificate" | "finished">} course
 */
export const certificateName = ({ title, certificate, finished }) =>
  `Удостоверение — ${title.trim() || certificate.trim() || finished}`;

/** A name of a file is cut, and signs that a stick does not bear are changed in it. */
const COMPARED = 70;

/** @param {string} name */
const plain = (name) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .slice(0, COMPARED);

/**
 * Whether a file is the certificate of a course; its name tells.
 *
 * @param {Pick<Attachment, "name">} file
 * @param {Pick<Course, "title" | "certificate" | "finished">} course
 */
export const isCertificateOf = (file, course) =>
  plain(file.name).startsWith(plain(certificateName(course)));

/**
 * Whether a file of a person is the certificate of one of the courses.
 *
 * @param {Attachment} file
 * @param {Person} person
 */
export const isCertificate = (file, person) =>
  person.courses.some((course) => isCertificateOf(file, course));
