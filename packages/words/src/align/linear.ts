/** A square matrix, row after row. */
export type Square = Float64Array;

/** The lower triangle whose product with its own transpose a symmetric matrix is; a little is added to a diagonal that has nothing left. */
export function cholesky(matrix: Square, size: number): Square {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column] ?? 0;
      for (let k = 0; k < column; k += 1) sum -= (lower[row * size + k] ?? 0) * (lower[column * size + k] ?? 0);
      lower[row * size + column] = row === column ? Math.sqrt(Math.max(sum, 1e-6)) : sum / (lower[column * size + column] ?? 1);
    }
  }
  return lower;
}

/** Solves `lower` x = each column of a matrix. */
export function solveLower(lower: Square, matrix: Square, size: number): Square {
  const solved = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let sum = matrix[row * size + column] ?? 0;
      for (let k = 0; k < row; k += 1) sum -= (lower[row * size + k] ?? 0) * (solved[k * size + column] ?? 0);
      solved[row * size + column] = sum / (lower[row * size + row] ?? 1);
    }
  }
  return solved;
}

/** Rows for columns. */
export function transpose(matrix: Square, size: number): Square {
  return matrix.map((_, n) => matrix[(n % size) * size + Math.floor(n / size)] ?? 0);
}

/** The product of two matrices. */
export function multiply(a: Square, b: Square, size: number): Square {
  const product = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let k = 0; k < size; k += 1) {
      const value = a[row * size + k] ?? 0;
      for (let column = 0; column < size; column += 1) product[row * size + column] = (product[row * size + column] ?? 0) + value * (b[k * size + column] ?? 0);
    }
  }
  return product;
}

/** The matrix that changes nothing. */
export function identity(size: number): Square {
  return new Float64Array(size * size).map((_, n) => (n % (size + 1) === 0 ? 1 : 0));
}

/** Eigenvalues of a symmetric matrix, the greatest first, with their vectors as the rows of a matrix (Jacobi's rotations). */
export function eigen(symmetric: Square, size: number): { readonly values: Float64Array; readonly vectors: Square } {
  const matrix = symmetric.slice();
  const vectors = identity(size);
  const at = (row: number, column: number) => matrix[row * size + column] ?? 0;
  for (let sweep = 0; sweep < 30; sweep += 1) {
    let off = 0;
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) off += at(p, q) ** 2;
    if (off < 1e-18) break;
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) if (Math.abs(at(p, q)) > 1e-15) rotate(matrix, vectors, size, p, q);
  }
  const order = Array.from({ length: size }, (_, n) => n).sort((a, b) => at(b, b) - at(a, a));
  return { values: Float64Array.from(order, (n) => at(n, n)), vectors: Float64Array.from({ length: size * size }, (_, n) => vectors[(order[Math.floor(n / size)] ?? 0) * size + (n % size)] ?? 0) };
}

/** Turns the matrix so that one pair beside the diagonal becomes 0. */
function rotate(matrix: Square, vectors: Square, size: number, p: number, q: number): void {
  const [pp, qq, pq] = [matrix[p * size + p] ?? 0, matrix[q * size + q] ?? 0, matrix[p * size + q] ?? 0];
  const theta = (qq - pp) / (2 * pq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < size; k += 1) turn(matrix, k * size + p, k * size + q, c, s);
  for (let k = 0; k < size; k += 1) turn(matrix, p * size + k, q * size + k, c, s);
  for (let k = 0; k < size; k += 1) turn(vectors, p * size + k, q * size + k, c, s);
}

function turn(values: Float64Array, a: number, b: number, c: number, s: number): void {
  const [x, y] = [values[a] ?? 0, values[b] ?? 0];
  values[a] = c * x - s * y;
  values[b] = s * x + c * y;
}
