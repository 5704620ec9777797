;; Products of matrices of 64-bit numbers, row behind row, two numbers at a time (128-bit SIMD, which JavaScript has no words for).
;; Places are bytes in the memory, as are the steps between numbers. `products.json` has this text assembled: where it is
;; changed, the test of the workspace says what belongs there.
(module
  (memory (import "js" "memory") 1)

  ;; Adds to $m numbers at $out: $rows rows of $b, each times a number of $a, whose numbers stand $step bytes apart.
  (func $addRows (param $a i32) (param $step i32) (param $rows i32) (param $b i32) (param $out i32) (param $m i32)
    (local $rowsLeft i32) (local $from i32) (local $factorAt i32) (local $rowBytes i32) (local $factor v128)
    (local $s0 v128) (local $s1 v128) (local $s2 v128) (local $s3 v128) (local $s f64)
    (local.set $rowBytes (i32.shl (local.get $m) (i32.const 3)))
    ;; eight columns at once
    (block $eights (loop $eight
      (br_if $eights (i32.lt_s (local.get $m) (i32.const 8)))
      (local.set $s0 (v128.load (local.get $out)))
      (local.set $s1 (v128.load offset=16 (local.get $out)))
      (local.set $s2 (v128.load offset=32 (local.get $out)))
      (local.set $s3 (v128.load offset=48 (local.get $out)))
      (local.set $rowsLeft (local.get $rows)) (local.set $from (local.get $b)) (local.set $factorAt (local.get $a))
      (block $done (loop $next
        (br_if $done (i32.eqz (local.get $rowsLeft)))
        (local.set $factor (v128.load64_splat (local.get $factorAt)))
        (local.set $s0 (f64x2.add (local.get $s0) (f64x2.mul (local.get $factor) (v128.load (local.get $from)))))
        (local.set $s1 (f64x2.add (local.get $s1) (f64x2.mul (local.get $factor) (v128.load offset=16 (local.get $from)))))
        (local.set $s2 (f64x2.add (local.get $s2) (f64x2.mul (local.get $factor) (v128.load offset=32 (local.get $from)))))
        (local.set $s3 (f64x2.add (local.get $s3) (f64x2.mul (local.get $factor) (v128.load offset=48 (local.get $from)))))
        (local.set $from (i32.add (local.get $from) (local.get $rowBytes)))
        (local.set $factorAt (i32.add (local.get $factorAt) (local.get $step)))
        (local.set $rowsLeft (i32.sub (local.get $rowsLeft) (i32.const 1)))
        (br $next)))
      (v128.store (local.get $out) (local.get $s0))
      (v128.store offset=16 (local.get $out) (local.get $s1))
      (v128.store offset=32 (local.get $out) (local.get $s2))
      (v128.store offset=48 (local.get $out) (local.get $s3))
      (local.set $out (i32.add (local.get $out) (i32.const 64)))
      (local.set $b (i32.add (local.get $b) (i32.const 64)))
      (local.set $m (i32.sub (local.get $m) (i32.const 8)))
      (br $eight)))
    ;; the others one by one
    (block $ones (loop $one
      (br_if $ones (i32.eqz (local.get $m)))
      (local.set $s (f64.load (local.get $out)))
      (local.set $rowsLeft (local.get $rows)) (local.set $from (local.get $b)) (local.set $factorAt (local.get $a))
      (block $done (loop $next
        (br_if $done (i32.eqz (local.get $rowsLeft)))
        (local.set $s (f64.add (local.get $s) (f64.mul (f64.load (local.get $factorAt)) (f64.load (local.get $from)))))
        (local.set $from (i32.add (local.get $from) (local.get $rowBytes)))
        (local.set $factorAt (i32.add (local.get $factorAt) (local.get $step)))
        (local.set $rowsLeft (i32.sub (local.get $rowsLeft) (i32.const 1)))
        (br $next)))
      (f64.store (local.get $out) (local.get $s))
      (local.set $out (i32.add (local.get $out) (i32.const 8)))
      (local.set $b (i32.add (local.get $b) (i32.const 8)))
      (local.set $m (i32.sub (local.get $m) (i32.const 1)))
      (br $one))))

  ;; For each of $n rows of out ($m numbers): adds $k rows of $b, each times a number of $a; $across bytes lead from one
  ;; row's numbers to the next row's, $along from one number of a row to the next. So $a may be turned.
  (func (export "multiply") (param $a i32) (param $across i32) (param $along i32) (param $b i32) (param $out i32)
    (param $n i32) (param $k i32) (param $m i32)
    (block $done (loop $next
      (br_if $done (i32.eqz (local.get $n)))
      (call $addRows (local.get $a) (local.get $along) (local.get $k) (local.get $b) (local.get $out) (local.get $m))
      (local.set $a (i32.add (local.get $a) (local.get $across)))
      (local.set $out (i32.add (local.get $out) (i32.shl (local.get $m) (i32.const 3))))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br $next))))

  ;; Adds $a ($n rows of $k) times $b ($m rows of $k) turned to out ($n rows of $m).
  (func (export "multiplyByTransposed") (param $a i32) (param $b i32) (param $out i32) (param $n i32) (param $k i32) (param $m i32)
    (local $rowsLeft i32) (local $x i32) (local $y i32) (local $left i32) (local $s0 v128) (local $s1 v128) (local $s f64)
    (block $done (loop $next
      (br_if $done (i32.eqz (local.get $n)))
      (local.set $rowsLeft (local.get $m))
      (local.set $y (local.get $b))
      (block $rows (loop $each
        (br_if $rows (i32.eqz (local.get $rowsLeft)))
        (local.set $x (local.get $a))
        (local.set $left (local.get $k))
        (local.set $s0 (v128.const f64x2 0 0)) (local.set $s1 (v128.const f64x2 0 0)) (local.set $s (f64.const 0))
        (block $fours (loop $four
          (br_if $fours (i32.lt_s (local.get $left) (i32.const 4)))
          (local.set $s0 (f64x2.add (local.get $s0) (f64x2.mul (v128.load (local.get $x)) (v128.load (local.get $y)))))
          (local.set $s1 (f64x2.add (local.get $s1) (f64x2.mul (v128.load offset=16 (local.get $x)) (v128.load offset=16 (local.get $y)))))
          (local.set $x (i32.add (local.get $x) (i32.const 32)))
          (local.set $y (i32.add (local.get $y) (i32.const 32)))
          (local.set $left (i32.sub (local.get $left) (i32.const 4)))
          (br $four)))
        (block $ones (loop $one
          (br_if $ones (i32.eqz (local.get $left)))
          (local.set $s (f64.add (local.get $s) (f64.mul (f64.load (local.get $x)) (f64.load (local.get $y)))))
          (local.set $x (i32.add (local.get $x) (i32.const 8)))
          (local.set $y (i32.add (local.get $y) (i32.const 8)))
          (local.set $left (i32.sub (local.get $left) (i32.const 1)))
          (br $one)))
        (local.set $s0 (f64x2.add (local.get $s0) (local.get $s1)))
        (f64.store (local.get $out) (f64.add (f64.add (f64.load (local.get $out)) (local.get $s))
          (f64.add (f64x2.extract_lane 0 (local.get $s0)) (f64x2.extract_lane 1 (local.get $s0)))))
        (local.set $out (i32.add (local.get $out) (i32.const 8)))
        (local.set $rowsLeft (i32.sub (local.get $rowsLeft) (i32.const 1)))
        (br $each)))
      (local.set $a (i32.add (local.get $a) (i32.shl (local.get $k) (i32.const 3))))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br $next)))))
