/** Usual first names of many countries, for telling people from other names of two words or more. */
const NAMES = `
Aaron Abdul Abdullah Abigail Abraham Adam Adolf Adrian Agnes Ahmad Ahmed Aisha Akira Alan Albert Alberto Alejandro Aleksandr Aleksei Alessandro Alex Alexander Alexandra Alexei Alexis Alfred Ali
Alice Alicia Alonzo Alison Allen Allison Amanda Amartya Amelia Amir Amy Ana Anastasia Anatoly Anders Andrea Andreas Andrei Andrew Andy Angela Angelo Anita Ann Anna Anne Annie Anthony Antoine Anton Antonia Antonin Antonio Ariel
Arnold Arthur Artem Arturo Ashley Askar August Auguste Augusto Ayman Azamat Barack Barbara Barry Bashar Beatrice Ben Benedict Benito Benjamin Bernard Bernhard Bernie Bertrand Beth Betty Beverly Bill Billy Bob Bobby Boris Brad
Brandon Brenda Brendan Brett Brian Bruce Bryan Camille Carl Carla Carlo Carlos Carmen Carol Caroline Carolyn Catherine Cecil Charles Charlie Charlotte Chester Chris Christian Christina Christine Christoph Christopher Cindy Claire Clara Clarence
Claude Claudia Claus Clement Clive Colin Connor Constance Craig Crystal Curtis Cynthia Cyril Daisy Dan Dana Daniel Daniela Daniyar Dave David Dean Deborah Denis Dennis Derek Diana Diane Dick Diego Dieter Dimitri Dinara Dmitri Dmitry
Donald Donna Dora Doris Dorothy Doug Douglas Duncan Dwight Earl Ed Eddie Edgar Edith Edmund Eduardo Edward Edwin Eileen Elaine Eleanor Elena Eli Elias Elisabeth Elizabeth Ella Ellen Elon Elmer Emil Emily Emma Emmanuel Enrico Enrique Eric Erica Erich Erik Ernest
Ernst Erwin Esther Ethan Eugene Eugen Eva Evan Eve Evelyn Fatima Felix Ferdinand Fernando Fidel Fiona Florence Frances Francesca Francesco Francis Francisco Franco Frank Franz Fred Frederic Frederick Friedrich Fritz Fumio Gabriel Gabriela Galileo Galina Gareth
Gary Gavin Gene Geoff Geoffrey Georg George Georges Gerald Gerard Gerhard Gianni Gilbert Giorgio Giovanni Giuseppe Gloria Gordon Grace Graham Greg Gregory Greta Guido Guillermo Gunther Gustav Hal Hamid Hannah Hans Harold Harriet Harry Harvey Hassan
Heather Hector Heinrich Helen Helena Helmut Henri Henrik Henry Herbert Herman Hermann Hiroshi Hillary Homer Horace Howard Hubert Hugh Hugo Humphrey Hussein Ian Ibrahim Ida Ignacio Igor Ilya Ingrid Irene Irina Isaac Isabel Isabella Isaiah Ivan Ivo Jack
Jackie Jacob Jacqueline Jacques Jaime Jake James Jamie Jan Jane Janet Janice Jason Javier Jay Jean Jeff Jeffrey Jennifer Jenny Jeremy Jerome Jerry Jesse Jessica Jesus Jill Jim Jimmy Jo Joachim Joan Joanna Joaquin Joe Joel Johan Johann Johannes John
Johnny Jon Jonas Jonathan Jorge Josef Josefina Joseph Josephine Joshua Josip José Jose Juan Juanita Judith Judy Jules Julia Julian Juliana Julie Juliet Julio Julius Jürgen Justin Kai Karel Karen Karim Karl Karoline Kassym-Jomart Kate Katharine Katherine Kathleen Kathy
Katie Kazimierz Keith Kelly Ken Kenneth Kenji Kevin Kim Kirill Klaus Konrad Konstantin Kurt Kyle Larry Lars Laura Lauren Laurence Laurent Lawrence Lech Lee Leo Leon Leonard Leonardo Leonid Leopold Leslie Lev Lewis Liam Lillian Linda Lisa Lloyd Lois Lorenzo Louis
Louisa Louise Luc Luca Lucas Lucia Lucien Lucy Ludwig Luigi Luis Luke Lydia Lynn Madeleine Magdalena Mahmoud Malcolm Manuel Marc Marcel Marco Marcus Margaret Maria Marian Marie Marilyn Marina Mario Marion Marjorie Mark Martha Martin Mary Masha Matt Matteo
Matthew Maurice Max Maxim Maximilian Megan Mehmed Mehmet Melissa Michael Michel Michele Michelle Miguel Mikhail Mike Milan Mildred Milton Miriam Mitchell Mohamed Mohammad Mohammed Moritz Morris Moses Muammar Muhammad Mukhtar Mustafa Nadia Nancy Naomi Narendra Natalia
Natalie Nathan Nathaniel Neil Nelson Niall Nicholas Nick Nicola Nicolae Nicolas Niels Nigel Nikita Nikola Nikolai Nina Noah Noam Noel Nora Norman Nursultan Olaf Oleg Olga Oliver Olivia Omar Oscar Oskar Otto Owen Pablo Pamela Paolo Patricia Patrick Paul
Paula Pauline Pavel Pedro Peggy Per Percy Pete Peter Phil Philip Philippe Phillip Pierre Pietro Piotr Rachel Rafael Rainer Ralph Ramon Ramzan Randall Randy Raoul Ray Raymond Rebecca Recep Reginald Rene René Rex Ricardo Richard Rick Rita Rob Robert Roberto Robin Rodney Roger
Roland Rolf Ron Ronald Rory Rosa Rosalind Rose Rosemary Ross Roy Rudolf Rupert Russell Ruth Ryan Saddam Sally Salvador Sam Samantha Samuel Sandra Sara Sarah Scott Sean Sebastian Selma Serena Serge Sergei Sergey Sergio Seymour Shane Shannon Sharon Sheila
Shinzo Sidney Siegfried Sigmund Silvio Simon Sofia Sonia Sophia Sophie Soren Søren Stanley Stefan Stefano Stephan Stephanie Stephen Steve Steven Stuart Susan Susanna Suzanne Svetlana Sylvia Takashi Tamara Tanya Tariq Tatiana Ted Teresa Terry Theodor Theodore
Theresa Thomas Tiffany Tim Timothy Tina Tobias Todd Tom Tommy Toni Tony Tracy Umberto Ursula Valentina Valentin Valerie Vaclav Vera Veronica Victor Victoria Viktor Vincent Vincenzo Virginia Vivian Vladimir Volodymyr Walter Wanda Warren Wayne Wendy Werner Wilfred
Wilhelm Willem William Willie Winston Wolfgang Woodrow Xavier Yasser Yitzhak Yoshihide Yuri Yves Yvonne Zachary Zoe`

const FIRST_NAMES: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/))

/** @returns whether `word` is a usual first name */
export const isFirstName = (word: string): boolean => FIRST_NAMES.has(word)
