;; Products of matrices of 32-bit numbers, row behind row, and what else is done with many of them, four numbers at a time
;; (128-bit SIMD, which JavaScript has no words for). Places are bytes in the memory, as are the steps between numbers.
;; `products.json` has this text assembled: where it is changed, the test of the workspace says what belongs there.
(module
  (memory (import "js" "memory") 1)

  ;; Adds to $m numbers at $out: $rows rows of $b, each times a number of $a, whose numbers stand $step bytes apart.
  (func $addRows (param $a i32) (param $step i32) (param $rows i32) (param $b i32) (param $out i32) (param $m i32)
    (local $rowsLeft i32) (local $from i32) (local $factorAt i32) (local $rowBytes i32) (local $factor v128)
    (local $s0 v128) (local $s1 v128) (local $s2 v128) (local $s3 v128) (local $s f32)
    (local.set $rowBytes (i32.shl (local.get $m) (i32.const 2)))
    ;; sixteen columns at once
    (block $sixteens (loop $sixteen
      (br_if $sixteens (i32.lt_s (local.get $m) (i32.const 16)))
      (local.set $s0 (v128.load (local.get $out)))
      (local.set $s1 (v128.load offset=16 (local.get $out)))
      (local.set $s2 (v128.load offset=32 (local.get $out)))
      (local.set $s3 (v128.load offset=48 (local.get $out)))
      (local.set $rowsLeft (local.get $rows)) (local.set $from (local.get $b)) (local.set $factorAt (local.get $a))
      (block $done (loop $next
        (br_if $done (i32.eqz (local.get $rowsLeft)))
        (local.set $factor (v128.load32_splat (local.get $factorAt)))
        (local.set $s0 (f32x4.add (local.get $s0) (f32x4.mul (local.get $factor) (v128.load (local.get $from)))))
        (local.set $s1 (f32x4.add (local.get $s1) (f32x4.mul (local.get $factor) (v128.load offset=16 (local.get $from)))))
        (local.set $s2 (f32x4.add (local.get $s2) (f32x4.mul (local.get $factor) (v128.load offset=32 (local.get $from)))))
        (local.set $s3 (f32x4.add (local.get $s3) (f32x4.mul (local.get $factor) (v128.load offset=48 (local.get $from)))))
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
      (local.set $m (i32.sub (local.get $m) (i32.const 16)))
      (br $sixteen)))
    ;; the others one by one
    (block $ones (loop $one
      (br_if $ones (i32.eqz (local.get $m)))
      (local.set $s (f32.load (local.get $out)))
      (local.set $rowsLeft (local.get $rows)) (local.set $from (local.get $b)) (local.set $factorAt (local.get $a))
      (block $done (loop $next
        (br_if $done (i32.eqz (local.get $rowsLeft)))
        (local.set $s (f32.add (local.get $s) (f32.mul (f32.load (local.get $factorAt)) (f32.load (local.get $from)))))
        (local.set $from (i32.add (local.get $from) (local.get $rowBytes)))
        (local.set $factorAt (i32.add (local.get $factorAt) (local.get $step)))
        (local.set $rowsLeft (i32.sub (local.get $rowsLeft) (i32.const 1)))
        (br $next)))
      (f32.store (local.get $out) (local.get $s))
      (local.set $out (i32.add (local.get $out) (i32.const 4)))
      (local.set $b (i32.add (local.get $b) (i32.const 4)))
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
      (local.set $out (i32.add (local.get $out) (i32.shl (local.get $m) (i32.const 2))))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br $next))))

  ;; Adds $a ($n rows of $k) times $b ($m rows of $k) turned to out ($n rows of $m).
  (func (export "multiplyByTransposed") (param $a i32) (param $b i32) (param $out i32) (param $n i32) (param $k i32) (param $m i32)
    (local $rowsLeft i32) (local $x i32) (local $y i32) (local $left i32) (local $rowBytes i32)
    (local $these v128) (local $s0 v128) (local $s1 v128) (local $s2 v128) (local $s3 v128) (local $low v128) (local $high v128) (local $s f32)
    (local $y1 i32) (local $y2 i32) (local $y3 i32)
    (local.set $rowBytes (i32.shl (local.get $k) (i32.const 2)))
    (block $done (loop $next
      (br_if $done (i32.eqz (local.get $n)))
      (local.set $rowsLeft (local.get $m))
      (local.set $y (local.get $b))
      ;; four rows of $b at once, where their numbers go by fours
      (block $noFours
        (br_if $noFours (i32.and (local.get $k) (i32.const 3)))
        (block $fourRows (loop $eachFour
          (br_if $fourRows (i32.lt_s (local.get $rowsLeft) (i32.const 4)))
          (local.set $x (local.get $a))
          (local.set $y1 (i32.add (local.get $y) (local.get $rowBytes)))
          (local.set $y2 (i32.add (local.get $y1) (local.get $rowBytes)))
          (local.set $y3 (i32.add (local.get $y2) (local.get $rowBytes)))
          (local.set $left (local.get $k))
          (local.set $s0 (v128.const f32x4 0 0 0 0)) (local.set $s1 (v128.const f32x4 0 0 0 0))
          (local.set $s2 (v128.const f32x4 0 0 0 0)) (local.set $s3 (v128.const f32x4 0 0 0 0))
          (block $all (loop $four
            (br_if $all (i32.eqz (local.get $left)))
            (local.set $these (v128.load (local.get $x)))
            (local.set $s0 (f32x4.add (local.get $s0) (f32x4.mul (local.get $these) (v128.load (local.get $y)))))
            (local.set $s1 (f32x4.add (local.get $s1) (f32x4.mul (local.get $these) (v128.load (local.get $y1)))))
            (local.set $s2 (f32x4.add (local.get $s2) (f32x4.mul (local.get $these) (v128.load (local.get $y2)))))
            (local.set $s3 (f32x4.add (local.get $s3) (f32x4.mul (local.get $these) (v128.load (local.get $y3)))))
            (local.set $x (i32.add (local.get $x) (i32.const 16)))
            (local.set $y (i32.add (local.get $y) (i32.const 16)))
            (local.set $y1 (i32.add (local.get $y1) (i32.const 16)))
            (local.set $y2 (i32.add (local.get $y2) (i32.const 16)))
            (local.set $y3 (i32.add (local.get $y3) (i32.const 16)))
            (local.set $left (i32.sub (local.get $left) (i32.const 4)))
            (br $four)))
          ;; $y has come to the row behind its own; the sums of the four are added up side by side
          (local.set $y (local.get $y3))
          (local.set $low (f32x4.add
            (i8x16.shuffle 0 1 2 3 16 17 18 19 8 9 10 11 24 25 26 27 (local.get $s0) (local.get $s1))
            (i8x16.shuffle 4 5 6 7 20 21 22 23 12 13 14 15 28 29 30 31 (local.get $s0) (local.get $s1))))
          (local.set $high (f32x4.add
            (i8x16.shuffle 0 1 2 3 16 17 18 19 8 9 10 11 24 25 26 27 (local.get $s2) (local.get $s3))
            (i8x16.shuffle 4 5 6 7 20 21 22 23 12 13 14 15 28 29 30 31 (local.get $s2) (local.get $s3))))
          (v128.store (local.get $out) (f32x4.add (v128.load (local.get $out)) (f32x4.add
            (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $low) (local.get $high))
            (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $low) (local.get $high)))))
          (local.set $out (i32.add (local.get $out) (i32.const 16)))
          (local.set $rowsLeft (i32.sub (local.get $rowsLeft) (i32.const 4)))
          (br $eachFour))))
      ;; the others one by one
      (block $rows (loop $each
        (br_if $rows (i32.eqz (local.get $rowsLeft)))
        (local.set $x (local.get $a))
        (local.set $left (local.get $k))
        (local.set $s (f32.const 0))
        (block $ones (loop $one
          (br_if $ones (i32.eqz (local.get $left)))
          (local.set $s (f32.add (local.get $s) (f32.mul (f32.load (local.get $x)) (f32.load (local.get $y)))))
          (local.set $x (i32.add (local.get $x) (i32.const 4)))
          (local.set $y (i32.add (local.get $y) (i32.const 4)))
          (local.set $left (i32.sub (local.get $left) (i32.const 1)))
          (br $one)))
        (f32.store (local.get $out) (f32.add (f32.load (local.get $out)) (local.get $s)))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $rowsLeft (i32.sub (local.get $rowsLeft) (i32.const 1)))
        (br $each)))
      (local.set $a (i32.add (local.get $a) (local.get $rowBytes)))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br $next))))

  ;; Adds $n numbers at $from to those at $to.
  (func (export "add") (param $to i32) (param $from i32) (param $n i32)
    (block $fours (loop $four
      (br_if $fours (i32.lt_s (local.get $n) (i32.const 4)))
      (v128.store (local.get $to) (f32x4.add (v128.load (local.get $to)) (v128.load (local.get $from))))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (local.set $n (i32.sub (local.get $n) (i32.const 4)))
      (br $four)))
    (block $ones (loop $one
      (br_if $ones (i32.eqz (local.get $n)))
      (f32.store (local.get $to) (f32.add (f32.load (local.get $to)) (f32.load (local.get $from))))
      (local.set $to (i32.add (local.get $to) (i32.const 4)))
      (local.set $from (i32.add (local.get $from) (i32.const 4)))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br $one))))

  ;; Makes nought of those of $n numbers at $of that stand beside one at $signs which is not above nought. $signs may be $of.
  (func (export "keepPositive") (param $of i32) (param $signs i32) (param $n i32)
    (block $fours (loop $four
      (br_if $fours (i32.lt_s (local.get $n) (i32.const 4)))
      (v128.store (local.get $of) (v128.and (v128.load (local.get $of))
        (f32x4.gt (v128.load (local.get $signs)) (v128.const f32x4 0 0 0 0))))
      (local.set $of (i32.add (local.get $of) (i32.const 16)))
      (local.set $signs (i32.add (local.get $signs) (i32.const 16)))
      (local.set $n (i32.sub (local.get $n) (i32.const 4)))
      (br $four)))
    (block $ones (loop $one
      (br_if $ones (i32.eqz (local.get $n)))
      (if (i32.eqz (f32.gt (f32.load (local.get $signs)) (f32.const 0)))
        (then (f32.store (local.get $of) (f32.const 0))))
      (local.set $of (i32.add (local.get $of) (i32.const 4)))
      (local.set $signs (i32.add (local.get $signs) (i32.const 4)))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br $one)))))
